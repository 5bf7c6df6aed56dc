import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import { createTagClock } from '#lib/cache/tag-clock.ts';
import { startFollower } from '#lib/live/follower.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import { standingAlerts } from '#lib/store/alert-lists.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { openStore } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('an alert goes out though a look that was given up comes back with “nothing is due”', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = await openStore(':memory:');
  let isSlow = false;
  let letGo = () => {};
  const slowAnswer: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (isSlow && 'goesOut' in (result.rows[0] ?? {})) {
        isSlow = false;
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      }
      return result;
    },
  };
  const slow = { ...store, db: store.db.withPlugin(slowAnswer) };
  const watch = { areNew: () => false, close: async () => {} };
  slow.engine = { ...store.engine, watchForWrites: () => watch };
  const starting = startFollower(slow, createTagClock());
  // The first question is that of the start; the next is that of a look.
  const follower = await starting;
  isSlow = true;
  await jest.advanceTimersByTimeAsync(0);
  const input = alertInputSchema.parse({ text: 'Ferries stop', lang: 'en' });
  await raiseAlert(store, input, EDITOR, { waits: 10_000 });
  await jest.advanceTimersByTimeAsync(6000);
  letGo();
  await jest.advanceTimersByTimeAsync(6000);
  expect(isSlow).toBe(false);
  expect(await standingAlerts(store, new Date().toISOString(), 'en')).toHaveLength(1);
  await follower.stop();
  await store.close();
});
