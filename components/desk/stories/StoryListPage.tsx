import { Pages } from '#components/ui/Pages.tsx';
import type { StoryList } from '#lib/model/desk-stories.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { StoryFilterForm } from './StoryFilterForm.tsx';
import { StoryRow } from './StoryRow.tsx';

type Props = { list: StoryList; editions: readonly LanguageCode[]; timeZone: string };

/** The stories of the newsroom, newest first. Each is a heading, to go through them by. */
export function StoryListPage({ list, editions, timeZone }: Props) {
  const { filter, stories, newer, older, isNamed, isCut } = list;
  return (
    <>
      <StoryFilterForm filter={filter} editions={editions} />
      {isNamed && (
        <p className="mt-6 text-plain">
          This is the story that you named, whatever else is chosen above.
        </p>
      )}
      {isCut && (
        <p className="mt-6 text-plain">
          Many stories have these words; the newest are looked at. Add a word to find older ones.
        </p>
      )}
      {stories.length === 0 ? (
        <p className="mt-6 text-plain">There is no such story.</p>
      ) : (
        <ol className="mt-6">
          {stories.map((story) => (
            <StoryRow key={story.id} story={story} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <Pages
        lang="en"
        newer={newer === null ? null : { href: newer, label: 'Newer stories' }}
        older={older === null ? null : { href: older, label: 'Older stories' }}
      />
    </>
  );
}
