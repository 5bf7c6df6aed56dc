import { InLanguage } from '#components/desk/InLanguage.tsx';
import type { ListedStory } from '#lib/model/desk-stories.ts';

type Props = { story: ListedStory; why: string };

/** Says why a story can’t be corrected here, and what to do instead. */
export function NoCorrection({ story: { id, lang, headline }, why }: Props) {
  return (
    <>
      <p className="mt-3 text-plain">{why}</p>
      <p>
        <a href={`/desk/stories/${id}`} className="target-text text-plain">
          <InLanguage lang={lang}>{headline}</InLanguage>
        </a>
      </p>
    </>
  );
}
