import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { startRounds } from '#lib/rounds/start-rounds.ts';

test('after failures the pause grows up to its longest, and a success ends that', async () => {
  const pauses: number[] = [];
  let done = 0;
  const rounds = startRounds(
    async () => {
      if (pauses.length < 6) throw new Error('away');
      done += 1;
    },
    { every: 5, longestPause: 40 },
    (_error, wait) => pauses.push(wait),
  );
  await pause(400);
  await rounds.stop();
  expect(pauses).toEqual([10, 20, 40, 40, 40, 40]);
  expect(done).toBeGreaterThan(5);
});

test('a round that hangs is given up, and the next goes on', async () => {
  const errors: unknown[] = [];
  let begun = 0;
  const rounds = startRounds(
    async () => {
      begun += 1;
      if (begun === 1) await new Promise(() => {});
    },
    { every: 5, patience: 50 },
    (error) => errors.push(error),
  );
  await pause(200);
  await rounds.stop();
  expect(errors).toEqual([new Error('No answer came within 50 ms.')]);
  expect(begun).toBeGreaterThan(3);
});

test('what runs is waited for at the end, and nothing begins after it', async () => {
  let begun = 0;
  let ended = 0;
  const rounds = startRounds(
    async () => {
      begun += 1;
      await pause(80);
      ended += 1;
    },
    { every: 5 },
    () => {},
  );
  await rounds.stop();
  expect(ended).toBe(1);
  await pause(50);
  expect(begun).toBe(1);
});
