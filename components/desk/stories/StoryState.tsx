import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedStory } from '#lib/model/desk-stories.ts';

type Props = { story: ListedStory; timeZone: string };

/** The state of a story in words, never by a colour alone (WCAG 2.2, 1.4.1). */
export function StoryState({ story, timeZone }: Props) {
  return (
    <>
      <State story={story} timeZone={timeZone} />
      {story.hasWaiting && ' A newer version waits for an editor.'}
    </>
  );
}

function State({ story, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  const { state, releaseAt, withdrawnAt, withdrawnReason, heldReason } = story;
  if (state === 'published') return 'Published.';
  if (state === 'embargoed') {
    return (
      <>
        Embargoed
        {releaseAt && (
          <>
            {' '}
            until <Timestamp at={releaseAt} frame={frame} show="instant" />
          </>
        )}
        .
      </>
    );
  }
  if (state === 'held') {
    return heldReason === null
      ? 'Held: it waits for an editor because of its findings.'
      : `Held by an editor. Why: ${heldReason}`;
  }
  return (
    <>
      Withdrawn
      {withdrawnAt && (
        <>
          {' '}
          <Timestamp at={withdrawnAt} frame={frame} />
        </>
      )}
      . Why: {withdrawnReason}
    </>
  );
}
