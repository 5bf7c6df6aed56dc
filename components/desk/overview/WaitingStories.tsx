import { InLanguage } from '#components/desk/InLanguage.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { WaitingStory } from '#lib/model/desk-views.ts';

type Props = { stories: WaitingStory[]; mayDecide: boolean; timeZone: string };

/** The others are a page away. */
const SHOWN = 5;

/** Stories that wait for an editor, the longest first, with the first thing that keeps readers out. */
export function WaitingStories({ stories, mayDecide, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mt-10 text-teaser">
        Stories that wait for an editor
      </h2>
      {stories.length === 0 && <p className="mt-2 text-plain">None.</p>}
      <ul className="text-plain">
        {stories.slice(0, SHOWN).map(({ id, lang, headline, isUpdate, since, findings }) => (
          <li key={`${id} ${isUpdate}`} className="mt-3">
            <a href={`/desk/stories/${id}`} className="target-text font-bold">
              <InLanguage lang={lang}>{headline}</InLanguage>
            </a>
            <span className="block text-note text-quiet">
              {isUpdate ? 'A new version; readers have the one before. ' : ''}
              Waits since <Timestamp at={since} frame={frame} />. {reasonOf(findings)}
            </span>
          </li>
        ))}
      </ul>
      {stories.length > 0 && (
        <p>
          <a href="/desk/stories?state=held" className="target-text">
            {mayDecide ? 'Look through' : 'See'} all {stories.length} that wait
          </a>
        </p>
      )}
    </section>
  );
}

function reasonOf([first, ...more]: WaitingStory['findings']): string {
  if (!first) return 'An editor held it.';
  return more.length > 0 ? `${first.message} And ${more.length} more.` : first.message;
}
