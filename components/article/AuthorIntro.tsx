import type { Author } from '#lib/model/article.ts';
import { AuthorPortrait } from './AuthorPortrait.tsx';

type Props = { author: Author };

/** Who an author is, above the list of their stories. */
export function AuthorIntro({ author }: Props) {
  if (!author.image && !author.description) return null;
  return (
    <div className="mt-6 flex max-w-[46rem] items-center gap-5">
      {author.image && <AuthorPortrait image={author.image} />}
      {author.description && <p className="text-plain">{author.description}</p>}
    </div>
  );
}
