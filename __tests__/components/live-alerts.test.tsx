import { afterEach, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { QUIET_MS } from '#lib/delivery/announcer.ts';
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

startEachTestAfresh();

afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks');
  Reflect.deleteProperty(window, 'BroadcastChannel');
});

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

test('what is mended while it waits to be said is said as it stands then', () => {
  open();
  tell('alert', alertOf('First'));
  const second = alertOf('Bridge falls');
  tell('alert', second);
  tell('alert', { ...second, text: 'Bridge closed' });
  wait(QUIET_MS);
  expect(said()).toBe('Breaking news: Bridge closed');
});

test('the end of another alert does not take away what is being said', () => {
  const first = alertOf('First');
  open(first);
  const second = alertOf('Second');
  tell('alert', second);
  tell('clear', { id: first.id });
  expect(said()).toBe('Breaking news: Second');
  tell('clear', { id: second.id });
  expect(said()).toBe('');
});

test('who comes by the skip link keeps the alert as long as they stay', async () => {
  open();
  const first = alertOf('First');
  tell('alert', first);
  act(() => region()?.focus());
  tell('clear', { id: first.id });
  expect(region()).toHaveFocus();
  await act(async () => screen.getByRole('searchbox').focus());
  expect(region()).not.toBeInTheDocument();
});

test.each([
  ['a finger that touched the region', 'touch', 'Second'],
  ['a mouse that rests on it', 'mouse', 'First'],
])('after %s, the newest is %s: %s', (_name, pointerType, shown) => {
  open();
  tell('alert', alertOf('First'));
  const bar = region() as HTMLElement;
  // As browsers do: what was touched goes on to match `:hover`.
  const matches = bar.matches.bind(bar);
  jest.spyOn(bar, 'matches').mockImplementation((what) => what === ':hover' || matches(what));
  fireEvent.pointerEnter(bar, { pointerType });
  if (pointerType === 'touch') fireEvent.pointerLeave(bar, { pointerType });
  tell('alert', alertOf('Second'));
  expect(region()).toHaveTextContent(shown);
});

test.each(['BroadcastChannel', 'locks'])(
  'where a reader lets sites keep nothing, and %s refuses, alerts come all the same',
  async (refusing) => {
    const refuse = () => new DOMException('Not here.', 'SecurityError');
    if (refusing === 'locks') {
      const locks = { request: () => Promise.reject(refuse()) };
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    } else {
      const channel = class {
        constructor() {
          throw refuse();
        }
      };
      Object.defineProperty(window, 'BroadcastChannel', { value: channel, configurable: true });
    }
    open();
    await act(async () => {});
    tell('alert', alertOf('Ferries stop'));
    await act(async () => {});
    expect(said()).toBe('Breaking news: Ferries stop');
  },
);

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

test('has no barrier that axe finds, with an alert that came late', async () => {
  const { container } = open();
  tell('alert', alertOf('Ferries stop'));
  jest.useRealTimers();
  expect(await axe(container)).toHaveNoViolations();
});
