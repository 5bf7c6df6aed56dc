import { StoryPicture } from '#components/ui/StoryPicture.tsx';
import type { Figure } from '#lib/model/picture.ts';

type Props = { image: Figure };

/** An author's portrait, round, described for those who can't see it. */
export function AuthorPortrait({ image }: Props) {
  return (
    <StoryPicture
      picture={image}
      alt={image.alt}
      sizes="6rem"
      className="size-24 shrink-0 rounded-full object-cover"
    />
  );
}
