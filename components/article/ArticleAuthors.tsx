import { SectionHeading } from '#components/ui/SectionHeading.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import type { Author } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { AuthorPortrait } from './AuthorPortrait.tsx';

type Props = { authors: Author[]; lang: LanguageCode };

/** A card for each author: portrait, description, and the way to all their stories. */
export function ArticleAuthors({ authors, lang }: Props) {
  const { article: words } = messagesOf(lang);
  if (authors.length === 0) return null;
  return (
    <section aria-labelledby="authors" className="mt-10">
      <SectionHeading id="authors">
        {formatMessage(words.aboutAuthors, { count: authors.length }, lang)}
      </SectionHeading>
      <ul className="grid gap-6">
        {authors.map((author) => (
          <li key={author.slug} className="flex gap-5">
            {author.image && <AuthorPortrait image={author.image} />}
            <div>
              <h3 className="text-teaser">{author.name}</h3>
              {author.description && <p className="mt-1 text-plain">{author.description}</p>}
              <p className="text-note">
                <a href={paths.author(lang, author.slug)} className="target justify-start">
                  {formatMessage(words.allByAuthor, { name: author.name }, lang)}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
