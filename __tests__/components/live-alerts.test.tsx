import { describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { QUIET_MS } from '#lib/delivery/announcer.ts';
import { HIDDEN_FOR_LONG_MS } from '#lib/delivery/deliver-alerts.ts';
import {
  alertOf,
  forgetPage,
  NOW,
  open,
  region,
  said,
  setVisibility,
  shouted,
  startEachTestAfresh,
  tell,
  wait,
} from './live-page.tsx';
import { TestStream } from './missing-in-jsdom.ts';

startEachTestAfresh();

test('a new alert is shown and said once, and focus stays where it is', () => {
  open();
  const search = screen.getByRole('searchbox');
  search.focus();
  tell('alert', alertOf('Ferries stop'));
  expect(region()).toHaveTextContent('Ferries stop');
  expect(said()).toBe('Breaking news: Ferries stop');
  expect(shouted()).toBe('');
  expect(search).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Skip to breaking news' })).toBeInTheDocument();
});

test('what a page came with is never said, not in another tab either', () => {
  const alert = alertOf('Ferries stop');
  const { unmount } = open(alert);
  tell('alert', alert);
  expect(said()).toBe('');
  unmount();
  forgetPage();
  open();
  tell('alert', alert);
  expect(region()).toHaveTextContent('Ferries stop');
  expect(said()).toBe('');
});

test('a page that is opened in the background says nothing in place of the one that is seen', () => {
  const alert = alertOf('Ferries stop');
  setVisibility('hidden');
  const { unmount } = open(alert);
  unmount();
  setVisibility('visible');
  forgetPage();
  open();
  tell('alert', alert);
  expect(said()).toBe('Breaking news: Ferries stop');
});

test('what was said is not said again after a reload', () => {
  const alert = alertOf('Ferries stop');
  const { unmount } = open();
  tell('alert', alert);
  unmount();
  forgetPage();
  open();
  tell('alert', alert);
  expect(said()).toBe('');
});

test('thirty alerts in a burst are two announcements', async () => {
  open();
  const announcements: (string | null)[] = [];
  new MutationObserver(() => announcements.push(said())).observe(screen.getByRole('status'), {
    childList: true,
  });
  for (let count = 1; count <= 30; count += 1) {
    tell('alert', alertOf(`Alert ${count}`));
    await Promise.resolve();
  }
  expect(region()).toHaveTextContent('Alert 30');
  for (let step = 0; step < 20; step += 1) {
    wait(QUIET_MS / 10);
    await Promise.resolve();
  }
  expect(announcements.filter(Boolean)).toEqual([
    'Breaking news: Alert 1',
    'Several breaking news alerts. The newest: Alert 30. Alert 29. Alert 28',
  ]);
});

test('what has ended by the time that it could be said is not said', () => {
  open();
  tell('alert', alertOf('First'));
  const second = alertOf('Second');
  tell('alert', second);
  tell('alert', alertOf('Third'));
  tell('clear', { id: second.id });
  wait(QUIET_MS);
  expect(said()).toBe('Breaking news: Third');
});

test('an alert that is cleared goes without a word, and the one before it stands again', () => {
  const first = alertOf('First');
  open(first);
  const second = alertOf('Second');
  tell('alert', second);
  expect(region()).toHaveTextContent('Second');
  tell('clear', { id: second.id });
  expect(region()).toHaveTextContent('First');
  expect(said()).toBe('');
  tell('clear', { id: first.id });
  expect(region()).not.toBeInTheDocument();
  expect(said()).toBe('');
  expect(screen.queryByRole('link', { name: 'Skip to breaking news' })).not.toBeInTheDocument();
});

test('an alert runs out at its instant, though the stream is silent', () => {
  open();
  tell('alert', alertOf('Short', { expires: new Date(NOW + 60_000).toISOString() }));
  wait(59_999);
  expect(region()).toBeInTheDocument();
  wait(1);
  expect(region()).not.toBeInTheDocument();
});

test('so does one that the page came with', () => {
  open(alertOf('Short', { expires: new Date(NOW + 60_000).toISOString() }));
  expect(region()).toBeInTheDocument();
  wait(60_000);
  expect(region()).not.toBeInTheDocument();
});

test('an alert that is mended changes without a word', () => {
  open();
  const alert = alertOf('Feries stop');
  tell('alert', alert);
  wait(61_000);
  tell('alert', { ...alert, text: 'Ferries stop' });
  expect(region()).toHaveTextContent('Ferries stop');
  expect(said()).toBe('');
});

test('while the region has focus nothing takes its place; then the newest does', async () => {
  open();
  tell('alert', alertOf('First'));
  const button = screen.getByRole('button', { name: 'Dismiss breaking news' });
  act(() => button.focus());
  tell('alert', alertOf('Second'));
  expect(region()).toHaveTextContent('First');
  expect(button).toHaveFocus();
  await act(async () => screen.getByRole('searchbox').focus());
  expect(region()).toHaveTextContent('Second');
});

test('after a dismissal by key focus goes back to where the reader was', () => {
  open();
  tell('alert', alertOf('First'));
  const search = screen.getByRole('searchbox');
  act(() => search.focus());
  const button = screen.getByRole('button', { name: 'Dismiss breaking news' });
  act(() => button.focus());
  fireEvent.click(button, { detail: 0 });
  expect(region()).not.toBeInTheDocument();
  expect(search).toHaveFocus();
});

describe('the stream', () => {
  test('goes on from where the change log stood when the page was made', () => {
    open();
    expect(TestStream.open.map(({ url }) => url)).toEqual(['/api/live?lang=en&after=99']);
  });

  test('that is lost is opened again behind the last event, after a wait that grows', () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    open();
    tell('alert', alertOf('Ferries stop'));
    const waits: number[] = [];
    for (let losses = 0; losses < 4; losses += 1) {
      act(() => {
        TestStream.open[0]?.dispatchEvent(new Event('error'));
      });
      let waited = 0;
      for (; TestStream.open.length === 0; waited += 100) wait(100);
      waits.push(waited);
    }
    expect(TestStream.open.map(({ url }) => url)).toEqual(['/api/live?lang=en&after=101']);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  test('is left by a page that was hidden for long, and nothing is missed', () => {
    open();
    setVisibility('hidden');
    wait(HIDDEN_FOR_LONG_MS - 1);
    expect(TestStream.open).toHaveLength(1);
    tell('alert', alertOf('Ferries stop'));
    expect(said()).toBe('');
    wait(1);
    expect(TestStream.open).toHaveLength(0);
    setVisibility('visible');
    expect(TestStream.open.map(({ url }) => url)).toEqual(['/api/live?lang=en&after=101']);
    expect(said()).toBe('Breaking news: Ferries stop');
  });

  test('ends with the page', () => {
    open().unmount();
    expect(TestStream.open).toHaveLength(0);
  });
});

test('has no barrier that axe finds, with an alert that came late', async () => {
  const { container } = open();
  tell('alert', alertOf('Ferries stop'));
  jest.useRealTimers();
  expect(await axe(container)).toHaveNoViolations();
});
