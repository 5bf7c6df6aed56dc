import { expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { QUIET_MS } from '#lib/delivery/announcer.ts';
import { rememberPreferences } from './cookie.ts';
import {
  alertOf,
  forgetPage,
  NOW,
  open,
  region,
  said,
  shouted,
  startEachTestAfresh,
  tell,
  wait,
} from './live-page.tsx';

startEachTestAfresh();

test('quietly: it is shown and not said, nor later', () => {
  rememberPreferences('alerts=quiet');
  open();
  tell('alert', alertOf('Ferries stop'));
  expect(region()).toBeInTheDocument();
  wait(QUIET_MS);
  expect(said()).toBe('');
});

test('what came quietly is not said in a tab that is opened later', () => {
  const alert = alertOf('Ferries stop');
  rememberPreferences('alerts=quiet');
  const { unmount } = open();
  tell('alert', alert);
  unmount();
  rememberPreferences('alerts=now');
  forgetPage();
  open();
  tell('alert', alert);
  expect(said()).toBe('');
});

test.each(['off', `visit&seen=${NOW / 60_000}`])('%s: neither shown nor said', (choice) => {
  rememberPreferences(`alerts=${choice}`);
  open();
  tell('alert', alertOf('Ferries stop'));
  expect(region()).not.toBeInTheDocument();
  expect(said()).toBe('');
});

test.each(['quiet', 'off'])('%s: an emergency is shown, and said at once', (choice) => {
  rememberPreferences(`alerts=${choice}`);
  open();
  tell('alert', alertOf('Leave the quay', { emergency: true }));
  expect(region()).toHaveTextContent('Leave the quay');
  expect(shouted()).toBe('Breaking news: Leave the quay');
  expect(said()).toBe('');
});

test('an emergency waits for no other announcement', () => {
  open();
  tell('alert', alertOf('First'));
  tell('alert', alertOf('Leave the quay', { emergency: true }));
  tell('alert', alertOf('Second'));
  expect(shouted()).toBe('Breaking news: Leave the quay');
  expect(region()).toHaveTextContent('Leave the quay');
});

test('it is set in the banner itself, by hand', () => {
  open();
  tell('alert', alertOf('Ferries stop'));
  const banner = within(region() as HTMLElement);
  fireEvent.click(banner.getByText('Alert settings'));
  fireEvent.click(banner.getByRole('radio', { name: 'Off' }));
  expect(region()).toBeInTheDocument();
  fireEvent.click(banner.getByRole('button', { name: 'Save alert settings' }));
  expect(region()).not.toBeInTheDocument();
  expect(document.cookie).toContain('alerts=off');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('danger to life waits for no pointer that rests on the bar, but for a key about to be hit', () => {
  open();
  tell('alert', alertOf('First'));
  fireEvent(region() as HTMLElement, new MouseEvent('pointerenter'));
  tell('alert', alertOf('Second'));
  expect(region()).toHaveTextContent('First');
  tell('alert', alertOf('Leave the quay', { emergency: true }));
  expect(region()).toHaveTextContent('Leave the quay');
});

test('a key about to be hit hits what it was meant for, though danger to life is announced', () => {
  open();
  tell('alert', alertOf('First'));
  act(() => screen.getByRole('button', { name: 'Dismiss breaking news' }).focus());
  tell('alert', alertOf('Leave the quay', { emergency: true }));
  expect(region()).toHaveTextContent('First');
  expect(shouted()).toBe('Breaking news: Leave the quay');
});
