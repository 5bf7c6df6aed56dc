import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { ComponentProps } from 'react';
import { LogPage } from '#components/desk/log/LogPage.tsx';
import { OverviewPage } from '#components/desk/overview/OverviewPage.tsx';
import type { ToldAct, WaitingStory } from '#lib/model/desk-views.ts';
import { alert } from './sample.ts';
import { showRoom } from './show-room.tsx';

const act: ToldAct = {
  seq: 7,
  at: '2026-10-07T09:42:00.000Z',
  words: 'Night desk cleared an alert: “توقف شناورها” in Persian.',
  quote: { text: 'توقف شناورها', lang: 'fa' },
};

const story: WaitingStory = {
  id: 's1',
  lang: 'fa',
  headline: 'بازگشت شناورها',
  isUpdate: true,
  since: '2026-10-07T07:00:00.000Z',
  findings: [
    {
      rule: 'image-description-missing',
      severity: 'serious',
      where: { kind: 'image', excerpt: 'ferry.jpg', index: 0 },
      message: 'The picture has no description.',
    },
  ],
};

const source = {
  address: 'https://ill.example/feed',
  name: 'Harbour Wire',
  error: 'It answers 503.',
  failures: 3,
  succeededAt: null,
};

function overview(given: Partial<ComponentProps<typeof OverviewPage>> = {}) {
  return (
    <OverviewPage
      alerts={[{ ...alert, lang: 'km', text: 'សាឡាង', emergency: true }]}
      waiting={[story]}
      failing={[source]}
      acts={[act]}
      mayRaise
      mayPublish
      timeZone="Europe/Oslo"
      {...given}
    />
  );
}

const log = (acts: ToldAct[]) => (
  <LogPage acts={acts} hasNewer older={acts.length > 0 ? 7 : null} timeZone="Europe/Oslo" />
);

test('the overview begins with the way to an alert, for those who may raise one', () => {
  const { unmount } = showRoom(overview());
  expect(screen.getByRole('link', { name: 'Raise an alert' })).toHaveAttribute(
    'href',
    '/desk/alerts',
  );
  unmount();
  showRoom(overview({ mayRaise: false, mayPublish: false }));
  expect(screen.queryByRole('link', { name: 'Raise an alert' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All alerts' })).toBeInTheDocument();
});

test('the overview tells what stands, waits and fails, each in its own language', () => {
  showRoom(overview());
  const standing = screen.getByRole('region', { name: 'Alerts that readers have now' });
  expect(within(standing).getByText('សាឡាង')).toHaveAttribute('lang', 'km');
  expect(standing).toHaveTextContent('Emergency: សាឡាង');
  expect(standing).toHaveTextContent(
    'For readers of Khmer. Since 7 October 2026 at 11:42 CEST, until it is cleared.',
  );
  const waiting = screen.getByRole('region', { name: 'Stories that wait for an editor' });
  expect(within(waiting).getByRole('link', { name: story.headline })).toHaveAttribute(
    'href',
    '/desk/stories/s1',
  );
  expect(within(waiting).getByText(story.headline)).toHaveAttribute('dir', 'rtl');
  expect(waiting).toHaveTextContent('The picture has no description.');
  const failing = screen.getByRole('region', { name: 'Sources that fail' });
  expect(failing).toHaveTextContent(
    'Harbour Wire: It answers 503. 3 times in a row. It has never answered yet.',
  );
});

test('what there is none of is said', () => {
  showRoom(overview({ alerts: [], waiting: [], failing: [], acts: [] }));
  expect(screen.getAllByText('None.')).toHaveLength(3);
  expect(screen.getByText('Nothing was done yet.')).toBeInTheDocument();
});

test('the log tells each act with its time, and what it quotes in its language', () => {
  showRoom(log([act]));
  expect(screen.getByText('توقف شناورها')).toHaveAttribute('lang', 'fa');
  expect(screen.getByText('7 October 2026 at 11:42 CEST')).toHaveAttribute('datetime', act.at);
  expect(screen.getByRole('link', { name: 'Older acts' })).toHaveAttribute(
    'href',
    '/desk/log?before=7',
  );
  expect(screen.getByRole('link', { name: 'Newest acts' })).toHaveAttribute('href', '/desk/log');
});

test.each([
  ['overview', overview()],
  ['empty overview', overview({ alerts: [], waiting: [], failing: [], acts: [] })],
  ['log', log([act, { ...act, seq: 6 }])],
  ['empty log', log([])],
])('the %s has no barrier that axe finds', async (_, room) => {
  const { container } = showRoom(room);
  expect(await axe(container)).toHaveNoViolations();
});
