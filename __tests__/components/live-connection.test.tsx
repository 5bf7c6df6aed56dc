import { expect, jest, test } from '@jest/globals';
import { act } from '@testing-library/react';
import { HIDDEN_FOR_LONG_MS } from '#lib/delivery/deliver-alerts.ts';
import {
  alertOf,
  open,
  said,
  setVisibility,
  startEachTestAfresh,
  tell,
  wait,
} from './live-page.tsx';
import { TestStream } from './missing-in-jsdom.ts';

startEachTestAfresh();

test('the stream goes on from where the change log stood when the page was made', () => {
  open();
  expect(TestStream.open.map(({ url }) => url)).toEqual(['/api/live?lang=en&after=99']);
});

test('a stream that is lost is opened again behind the last event, after a wait that grows', () => {
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

test('a stream that stayed open for a while is opened again soon, however often others were lost', () => {
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  open();
  const lose = () =>
    act(() => {
      TestStream.open[0]?.dispatchEvent(new Event('error'));
    });
  lose();
  wait(1000);
  lose();
  wait(2000);
  TestStream.open[0]?.dispatchEvent(new Event('open'));
  wait(10_001);
  lose();
  wait(1000);
  expect(TestStream.open).toHaveLength(1);
});

test('the stream is left by a page that was hidden for long, and nothing is missed', () => {
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

test('the stream ends with the page', () => {
  open().unmount();
  expect(TestStream.open).toHaveLength(0);
});
