import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { clearAlerts, endExpiredAlerts, raiseAlert, standingAlerts } from '#lib/store/alerts.ts';
import { changesAfter } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('alerts on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const raise = (input: Partial<Parameters<typeof alertInputSchema.parse>[0] & object> = {}) =>
    raiseAlert(store, alertInputSchema.parse({ text: 'Ferries stop', lang: 'en', ...input }));

  const standing = async (now = new Date().toISOString()) =>
    (await standingAlerts(store, now, 'en')).map((alert) => alert.text);

  test('an alert stands in its edition until it is cleared', async () => {
    const alert = await raise({ link: '/en/articles/x' });
    await raise({ text: 'دیگر', lang: 'fa' });
    expect(await standing()).toEqual(['Ferries stop']);
    expect((await clearAlerts(store, alert.id)).map(({ id }) => id)).toEqual([alert.id]);
    expect(await standing()).toEqual([]);
    expect((await standingAlerts(store, new Date().toISOString())).length).toBe(1);
  });

  test('clearing what does not stand clears nothing', async () => {
    await raise();
    expect(await clearAlerts(store, 'nonsense')).toEqual([]);
    expect(await standing()).toEqual(['Ferries stop']);
  });

  test('the newest stands first; all can be cleared at once', async () => {
    await raise();
    await new Promise((resolve) => setTimeout(resolve, 2));
    await raise({ text: 'Ferries sail again' });
    expect(await standing()).toEqual(['Ferries sail again', 'Ferries stop']);
    expect((await clearAlerts(store)).length).toBe(2);
    expect(await standing()).toEqual([]);
  });

  test('an alert runs out at its instant, and the change log says so', async () => {
    await raise({ expires: '2999-01-01T00:00:00.000Z' });
    expect(await standing('2998-12-31T23:59:59.999Z')).toEqual(['Ferries stop']);
    expect(await standing('2999-01-01T00:00:00.000Z')).toEqual([]);
    await endExpiredAlerts(store, '2998-12-31T23:59:59.999Z');
    expect((await changesAfter(store, 0, 10)).map(({ kind }) => kind)).toEqual(['alert.raised']);
    await endExpiredAlerts(store, '2999-01-01T00:00:00.000Z');
    await endExpiredAlerts(store, '2999-01-01T00:00:00.000Z');
    expect((await changesAfter(store, 0, 10)).map(({ kind, tags }) => [kind, ...tags])).toEqual([
      ['alert.raised', 'alert:en'],
      ['alert.ended', 'alert:en'],
    ]);
  });

  test.each([
    ['no text', { text: '  ' }, /must not be empty/],
    ['281 characters', { text: 'x'.repeat(281) }, /280 characters or fewer/],
    ['another site’s link', { link: 'https://evil.example/' }, /path of this site/],
    ['a link to another host in disguise', { link: '//evil.example' }, /path of this site/],
    ['an edition that is not there', { lang: 'xx' }, /lang/],
  ])('%s is refused', (_name, input, reason) => {
    expect(() => raise(input)).toThrow(reason);
  });
});
