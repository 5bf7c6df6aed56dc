import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { findAlert, standingAlerts } from '#lib/store/alert-lists.ts';
import { clearAlerts, endExpiredAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { changesAfter } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

const HOUR = 3_600_000;
const start = Date.now();

/** The instant so many milliseconds after the tests began. */
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString();

describe.each(ENGINES)('alerts on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const raise = (input: Partial<Parameters<typeof alertInputSchema.parse>[0] & object> = {}) =>
    raiseAlert(
      store,
      alertInputSchema.parse({ text: 'Ferries stop', lang: 'en', ...input }),
      EDITOR,
    );

  const standing = async (now = new Date().toISOString()) =>
    (await standingAlerts(store, now, 'en')).map((alert) => alert.text);

  const changes = async () =>
    (await changesAfter(store, 0, 99)).map(({ kind, subject, tags }) => [kind, subject, ...tags]);

  test('an alert stands in its edition until it is cleared', async () => {
    const alert = await raise({ link: '/en/articles/x' });
    await raise({ text: 'دیگر', lang: 'fa' });
    expect(await standing()).toEqual(['Ferries stop']);
    expect((await clearAlerts(store, EDITOR, { id: alert.id })).map(({ id }) => id)).toEqual([
      alert.id,
    ]);
    expect(await standing()).toEqual([]);
    expect((await standingAlerts(store, new Date().toISOString())).length).toBe(1);
  });

  test('clearing what does not stand clears nothing', async () => {
    await raise();
    for (const id of ['nonsense', '']) {
      expect(await clearAlerts(store, EDITOR, { id })).toEqual([]);
    }
    expect(await standing()).toEqual(['Ferries stop']);
  });

  test('the newest stands first; all can be cleared at once', async () => {
    await raise();
    await new Promise((resolve) => setTimeout(resolve, 2));
    await raise({ text: 'Ferries sail again' });
    expect(await standing()).toEqual(['Ferries sail again', 'Ferries stop']);
    expect((await clearAlerts(store, EDITOR)).length).toBe(2);
    expect(await standing()).toEqual([]);
  });

  test('an alert runs out at its instant, and the change log says so', async () => {
    const { id } = await raise({ expires: at(HOUR) });
    expect(await standing(at(HOUR - 1))).toEqual(['Ferries stop']);
    expect(await standing(at(HOUR))).toEqual([]);
    await endExpiredAlerts(store, at(HOUR - 1));
    expect(await changes()).toEqual([['alert.raised', id, 'alert:en']]);
    await endExpiredAlerts(store, at(HOUR));
    await endExpiredAlerts(store, at(HOUR));
    expect(await changes()).toEqual([
      ['alert.raised', id, 'alert:en'],
      ['alert.ended', id, 'alert:en'],
    ]);
    expect(await findAlert(store, id)).toMatchObject({
      ended: at(HOUR),
      endedWhy: 'expired',
      endedBy: null,
    });
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
