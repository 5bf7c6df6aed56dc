import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type LiveStreams, openLiveStreams } from '#lib/live/live-streams.ts';
import type { AlertEvent } from '#lib/model/alert.ts';

let streams: LiveStreams;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  streams = openLiveStreams();
});

afterEach(async () => {
  await streams.close();
  jest.useRealTimers();
});

/** A response that keeps what is written. */
function openResponse() {
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    destroyed: false,
    writableEnded: false,
    writableLength: 0,
    write: (text: string) => written.push(text),
    end: (text: string) => written.push(text),
  });
  return { response: response as unknown as ServerResponse, written };
}

function openStream(position: number | null) {
  const { response, written } = openResponse();
  const stream = streams.add(response, 'en');
  stream.position = position;
  const numbers = () => [...written.join('').matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  return { stream, response, written, numbers };
}

const over = (seq: number): AlertEvent => ({ seq, kind: 'clear', lang: 'en', id: String(seq) });

test('of what is told together, each stream hears what its beginning did not have', async () => {
  const early = openStream(0);
  const late = openStream(null);
  streams.tell([over(1)], 1);
  // These two wait for the first, and are told as one.
  streams.tell([over(2)], 2);
  late.stream.position = 2;
  streams.tell([over(3)], 4);
  const last = openStream(4);
  await nextTurn();
  expect(early.numbers()).toEqual([1, 2, 3]);
  expect(late.numbers()).toEqual([3]);
  expect(last.numbers()).toEqual([]);
  expect(streams.sent).toBe(4);
});

test('one that opens while an older alert is still told hears nothing that its beginning had', async () => {
  const turn = jest.spyOn(Math, 'random').mockReturnValue(0);
  for (let count = 0; count < 150; count += 1) openStream(0);
  streams.tell([over(1)], 1);
  streams.tell([over(2)], 2);
  turn.mockReturnValue(0.99);
  const late = openStream(2);
  turn.mockRestore();
  while (streams.sent < 300) await nextTurn();
  await nextTurn();
  expect(late.numbers()).toEqual([]);
});

test('other work gets its turn between slices', async () => {
  const all = Array.from({ length: 1000 }, () => openStream(0));
  streams.tell([over(1)], 1);
  const told = () => all.filter(({ written }) => written.length > 0).length;
  expect(told()).toBeLessThan(200);
  await nextTurn();
  expect(told()).toBeLessThan(400);
  while (told() < 1000) await nextTurn();
  expect(streams.sent).toBe(1000);
});

test('each stream gets one comment in 15 seconds, not all at once', () => {
  const all = Array.from({ length: 1500 }, () => openStream(0));
  let most = 0;
  let before = 0;
  for (let tick = 0; tick < 150; tick++) {
    jest.advanceTimersByTime(100);
    const now = all.reduce((sum, { written }) => sum + written.length, 0);
    most = Math.max(most, now - before);
    before = now;
  }
  expect(all.every(({ written }) => written.join('') === ':\n\n')).toBe(true);
  expect(most).toBeLessThan(60);
});

test('whoever has gone is not written to, and is not counted', async () => {
  const gone = openStream(0);
  expect(streams.open).toBe(1);
  gone.response.emit('close');
  gone.response.emit('close');
  expect(streams.open).toBe(0);
  streams.tell([over(1)], 1);
  await nextTurn();
  expect(gone.written).toEqual([]);
});
