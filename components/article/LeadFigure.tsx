import { StoryPicture } from '#components/ui/StoryPicture.tsx';
import type { Figure } from '#lib/model/picture.ts';

type Props = { figure: Figure };

/** The picture of a story with its caption and credit. It is as wide as the page allows, and keeps
 *  its own proportions; an upright one never takes more than the window's height. */
export function LeadFigure({ figure }: Props) {
  return (
    <figure className="mx-auto mt-6 max-w-[58rem]">
      <StoryPicture
        picture={figure}
        alt={figure.alt}
        sizes="(min-width: 62rem) 58rem, 100vw"
        isLead
        className="mx-auto max-h-[85vh] w-full object-contain"
      />
      {(figure.caption || figure.credit) && (
        <figcaption className="measure mt-3 text-note text-quiet">
          {figure.caption} {figure.credit && <span className="block">{figure.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
