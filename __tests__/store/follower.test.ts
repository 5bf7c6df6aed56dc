import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTagClock, type TagClock } from '#lib/cache/tag-clock.ts';
import { type Follower, startFollower } from '#lib/live/follower.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import { findAlert, standingAlerts } from '#lib/store/alert-lists.ts';
import { raiseAlert, undoAlert } from '#lib/store/alerts.ts';
import { newestTeasers } from '#lib/store/article-lists.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { newestChange } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { until } from './live-server.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

describe.each(ENGINES)('the follower on $engine', ({ emptyDatabase }) => {
  /** The server's store, and that of another process, in the same place. */
  let database: string;
  let store: Store;
  let other: Store;
  let follower: Follower;
  let clock: TagClock;

  beforeEach(async () => {
    database = await emptyDatabase();
    store = await openStore(database);
    other = await openStore(database);
    clock = createTagClock();
    follower = await startFollower(store, clock);
  });

  afterEach(async () => {
    await follower.stop();
    await store.close();
    await other.close();
  });

  test('a change by another process moves the clock', async () => {
    const before = clock.position;
    const article = sampleArticle();
    await saveArticle(other, article, arrivalOf(article));
    await until(() => clock.position > before);
    expect(clock.isFresh(before, ['article:en/night-ferries'])).toBe(false);
    expect(clock.isFresh(before, ['article:en/another'])).toBe(true);
  });

  test('an alert ends at its instant with no one asking', async () => {
    const expires = new Date(Date.now() + 400).toISOString();
    await raiseAlert(
      other,
      alertInputSchema.parse({ text: 'Soon over', lang: 'en', expires }),
      EDITOR,
    );
    await until(() => clock.position === 1);
    await until(() => clock.position === 2);
    expect(await standingAlerts(store, new Date().toISOString(), 'en')).toEqual([]);
  });

  test('an alert that waits goes out at its instant with no one asking', async () => {
    const input = alertInputSchema.parse({ text: 'In a moment', lang: 'en' });
    const raised = await raiseAlert(other, input, EDITOR, { waits: 300 });
    expect(await standingAlerts(store, new Date().toISOString(), 'en')).toEqual([]);
    expect(clock.position).toBe(0);
    await until(() => clock.position === 1);
    expect(new Date().toISOString() >= (raised.waitsUntil ?? '')).toBe(true);
    expect(clock.isFresh(0, ['alert:en'])).toBe(false);
    expect(await standingAlerts(store, new Date().toISOString(), 'en')).toMatchObject([
      { id: raised.id, text: 'In a moment' },
    ]);
  });

  test('one that is undone never goes out', async () => {
    const input = alertInputSchema.parse({ text: 'A mistake', lang: 'en' });
    const { id } = await raiseAlert(other, input, EDITOR, { waits: 300 });
    await undoAlert(other, id, EDITOR);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(clock.position).toBe(0);
    expect(await standingAlerts(store, new Date().toISOString(), 'en')).toEqual([]);
  });

  test('one that ran out while it waited, with no server up, never goes out', async () => {
    await follower.stop();
    const expires = new Date(Date.now() + 100).toISOString();
    const input = alertInputSchema.parse({ text: 'Too late', lang: 'en', expires });
    const { id } = await raiseAlert(other, input, EDITOR, { waits: 50 });
    await new Promise((resolve) => setTimeout(resolve, 150));
    follower = await startFollower(store, clock);
    await until(async () => (await findAlert(store, id))?.ended !== null);
    expect(await findAlert(store, id)).toMatchObject({ endedWhy: 'expired' });
    expect(await newestChange(store)).toBe(0);
  });

  test('an embargo lifts at its instant with no one asking', async () => {
    const embargoedUntil = new Date(Date.now() + 400).toISOString();
    const article = sampleArticle({ embargoedUntil });
    await saveArticle(other, article, arrivalOf(article));
    expect(await newestTeasers(store, { lang: 'en', limit: 1 })).toEqual([]);
    await until(() => !clock.isFresh(0, ['article:en/night-ferries']));
    expect(await newestTeasers(store, { lang: 'en', limit: 1 })).toHaveLength(1);
    expect(new Date().toISOString() >= embargoedUntil).toBe(true);
  });
});
