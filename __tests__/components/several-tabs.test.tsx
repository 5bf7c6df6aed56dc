import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act } from '@testing-library/react';
import { alertOf, NOW, open, region, said, startEachTestAfresh, tell, wait } from './live-page.tsx';

/** The other tabs of a reader, as a page hears them. */
class OtherTabs extends EventTarget {
  static channels: OtherTabs[] = [];
  readonly heard: unknown[] = [];

  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    OtherTabs.channels.push(this);
  }

  static say(data: object): void {
    const message = new MessageEvent('message', { data });
    act(() => {
      live()?.dispatchEvent(message);
    });
  }

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  close(): void {}
}

const live = () => OtherTabs.channels.find(({ name }) => name === 'lede-live-en');

startEachTestAfresh();

beforeEach(() => {
  OtherTabs.channels = [];
  Object.assign(globalThis, { BroadcastChannel: OtherTabs });
});

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
});

test('what another tab was told while this page was on its way is shown and said', () => {
  open();
  expect(live()?.heard).toEqual([{ kind: 'behind', position: 99 }]);
  OtherTabs.say({ kind: 'standing', position: 105, alerts: [alertOf('Ferries stop')] });
  expect(region()).toHaveTextContent('Ferries stop');
  expect(said()).toBe('Breaking news: Ferries stop');
});

test('what has ended meanwhile goes without a word', () => {
  open(alertOf('Ferries stop'));
  OtherTabs.say({ kind: 'standing', position: 105, alerts: [] });
  expect(region()).not.toBeInTheDocument();
  expect(said()).toBe('');
});

test('a tab that knows less than the page changes nothing', () => {
  open(alertOf('Ferries stop'));
  OtherTabs.say({ kind: 'standing', position: 99, alerts: [] });
  expect(region()).toHaveTextContent('Ferries stop');
});

test('a tab that is behind is told what stands now, and no other is', () => {
  open();
  const short = alertOf('Short', { expires: new Date(NOW + 60_000).toISOString() });
  const alert = alertOf('Ferries stop');
  tell('alert', short);
  tell('alert', alert);
  wait(60_000);
  const before = live()?.heard.length;
  OtherTabs.say({ kind: 'behind', position: 102 });
  expect(live()?.heard).toHaveLength(before ?? 0);
  OtherTabs.say({ kind: 'behind', position: 101 });
  expect(live()?.heard.at(-1)).toEqual({ kind: 'standing', position: 102, alerts: [alert] });
});
