import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { StoryState } from '#components/desk/stories/StoryState.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedStory } from '#lib/model/desk-stories.ts';

const MIDNIGHT = '2026-10-08T00:00:00.000Z';

test('midnight is what a source writes that knows the day alone', () => {
  render(<Timestamp at={MIDNIGHT} frame={{ lang: 'en', timeZone: 'Asia/Phnom_Penh' }} />);
  expect(screen.getByText('8 October 2026')).toHaveAttribute('datetime', '2026-10-08');
});

test('an embargo that lifts at midnight elsewhere says at what time that is here', () => {
  const story = { state: 'embargoed', releaseAt: MIDNIGHT, hasWaiting: false } as ListedStory;
  const { container } = render(<StoryState story={story} timeZone="Asia/Phnom_Penh" />);
  expect(container).toHaveTextContent(
    /^Embargoed until 8 October 2026 at 07:00 (GMT\+7|UTC\+7)\.$/,
  );
});
