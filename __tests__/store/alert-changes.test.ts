import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '#lib/model/actor.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import {
  alertEventsAfter,
  findAlert,
  openAlerts,
  pastAlerts,
  standingAlerts,
} from '#lib/store/alert-lists.ts';
import {
  changeAlert,
  clearAlerts,
  endExpiredAlerts,
  nextAlertInstant,
  raiseAlert,
  sendDueAlerts,
  undoAlert,
} from '#lib/store/alerts.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { changesAfter } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

const HOUR = 3_600_000;
const OTHER: Actor = { way: 'desk', name: 'Night desk', tokenId: 'a1b2c3d4e5f6' };

describe.each(ENGINES)('what becomes of alerts on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const raise = (changes: object = {}, raising: Parameters<typeof raiseAlert>[3] = {}) => {
    const input = alertInputSchema.parse({ text: 'Ferries stop', lang: 'en', ...changes });
    return raiseAlert(store, input, EDITOR, raising);
  };

  const wait = (changes: object = {}) => raise(changes, { waits: 10_000 });

  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

  const standing = async () => (await standingAlerts(store, at(0))).map(({ text }) => text);

  const changes = async () => (await changesAfter(store, 0, 99)).map(({ kind }) => kind);

  const acts = async () => (await listActs(store, { limit: 99 })).map(({ act }) => act).reverse();

  const wordsOf = async (id: string) => (await findAlert(store, id))?.text;

  test('one that waits is nowhere before its instant, and then goes out as if raised at it', async () => {
    const { id, waitsUntil } = await wait({ expires: at(HOUR) });
    expect(Date.parse(waitsUntil ?? '')).toBeGreaterThan(Date.now() + 9000);
    expect(await standing()).toEqual([]);
    expect(await changes()).toEqual([]);
    expect(await nextAlertInstant(store)).toBe(waitsUntil);
    expect(await openAlerts(store)).toMatchObject([{ id, waitsUntil }]);

    await sendDueAlerts(store, at(9000));
    expect(await changes()).toEqual([]);
    const now = at(10_000);
    await sendDueAlerts(store, now);
    await sendDueAlerts(store, now);
    expect(await standing()).toEqual(['Ferries stop']);
    expect(await changes()).toEqual(['alert.raised']);
    expect(await findAlert(store, id)).toMatchObject({ waitsUntil: null, raised: now });
    expect(await acts()).toEqual(['alert.raised']);
  });

  test('while it waits it can be undone, and readers never hear of it', async () => {
    const { id } = await wait();
    expect(await undoAlert(store, id, OTHER)).toMatchObject({ id, text: 'Ferries stop' });
    expect(await undoAlert(store, id, OTHER)).toBeNull();
    await sendDueAlerts(store, at(HOUR));
    expect(await standing()).toEqual([]);
    expect(await changes()).toEqual([]);
    expect(await nextAlertInstant(store)).toBeNull();
    expect(await findAlert(store, id)).toMatchObject({
      waitsUntil: null,
      ended: expect.any(String),
      endedBy: 'Night desk',
      endedWhy: 'undone',
    });
    expect(await acts()).toEqual(['alert.raised', 'alert.undone']);
  });

  test('once it is out, or where there never was one, nothing is undone', async () => {
    const { id } = await wait();
    await sendDueAlerts(store, at(10_000));
    for (const other of [id, (await raise()).id, 'none']) {
      expect(await undoAlert(store, other, EDITOR)).toBeNull();
    }
    expect(await standing()).toHaveLength(2);
    expect(await acts()).not.toContain('alert.undone');
  });

  test('one that is cleared, or runs out, while it waits tells readers nothing', async () => {
    const cleared = await wait();
    const gone = await wait({ expires: at(5000) });
    expect(await clearAlerts(store, EDITOR, { id: cleared.id })).toHaveLength(1);
    await endExpiredAlerts(store, at(6000));
    await sendDueAlerts(store, at(HOUR));
    expect(await changes()).toEqual([]);
    expect(await alertEventsAfter(store, 0)).toEqual([]);
    expect(await standing()).toEqual([]);
    expect(await findAlert(store, cleared.id)).toMatchObject({ endedWhy: 'cleared' });
    expect(await findAlert(store, gone.id)).toMatchObject({ endedWhy: 'expired' });
  });

  test('what is mended is mended for readers at once, and keeps when it was raised', async () => {
    const expires = at(HOUR);
    const { id, raised } = await raise({ link: '/en/articles/x', emergency: true });
    const change = { text: 'Ferries stop at six', link: null, expires };
    expect(await changeAlert(store, id, change, OTHER)).toEqual({
      id,
      lang: 'en',
      text: 'Ferries stop at six',
      link: null,
      raised,
      expires,
      emergency: true,
    });
    expect(await standingAlerts(store, at(0))).toMatchObject([change]);
    expect(await changes()).toEqual(['alert.raised', 'alert.changed']);
    expect((await changesAfter(store, 1, 9))[0]).toMatchObject({ subject: id, tags: ['alert:en'] });
    expect(await nextAlertInstant(store)).toBe(expires);
    expect((await listActs(store, { limit: 1 }))[0]).toMatchObject({
      actor: OTHER,
      act: 'alert.changed',
      subject: id,
      details: { before: 'Ferries stop', text: 'Ferries stop at six' },
    });
  });

  test('what waits is mended before it goes out; what has ended, or never was, is not', async () => {
    const change = { text: 'Ferries stop at six', link: null, expires: null };
    const { id } = await wait();
    expect(await changeAlert(store, id, change, EDITOR)).toMatchObject(change);
    expect(await changes()).toEqual([]);
    await sendDueAlerts(store, at(10_000));
    expect(await standing()).toEqual(['Ferries stop at six']);
    await clearAlerts(store, EDITOR, { id });
    for (const other of [id, 'none']) {
      expect(await changeAlert(store, other, { ...change, text: 'x' }, EDITOR)).toBeNull();
    }
    expect(await wordsOf(id)).toBe('Ferries stop at six');
    expect(await changes()).toEqual(['alert.raised', 'alert.ended']);
  });

  test('of each alert it is known who, when and why, for good', async () => {
    const first = await raise({}, { note: 'By phone from the harbour' });
    await clearAlerts(store, OTHER, { id: first.id, note: 'The wind has dropped' });
    await setTimeout(2);
    const second = await raise({ text: 'Second' });
    await setTimeout(2);
    const third = await raise({ text: 'Third' });
    await clearAlerts(store, EDITOR);
    expect(await findAlert(store, first.id)).toEqual({
      ...first,
      raisedBy: 'Ifeoma',
      note: 'By phone from the harbour',
      ended: expect.stringMatching(/^\d{4}-.*Z$/),
      endedBy: 'Night desk',
      endedWhy: 'cleared',
      endedNote: 'The wind has dropped',
    });
    const texts = async (page: Parameters<typeof pastAlerts>[1]) =>
      (await pastAlerts(store, page)).map(({ text }) => text);
    expect(await texts({ limit: 2 })).toEqual(['Third', 'Second']);
    expect(await texts({ limit: 2, after: second.id })).toEqual(['Ferries stop']);
    expect(await texts({ limit: 9, after: third.id })).toEqual(['Second', 'Ferries stop']);
    expect(await findAlert(store, 'none')).toBeNull();
  });

  test('who comes back gets one event for each alert, with how it is now, in order', async () => {
    const ferries = await raise();
    const bridge = await raise({ text: 'پل بسته است', lang: 'fa' });
    const tram = await raise({ text: 'Trams stop' });
    await wait({ text: 'Not out yet' });
    const change = { text: 'Ferries stop at six', link: null, expires: null };
    await changeAlert(store, ferries.id, change, EDITOR);
    await clearAlerts(store, EDITOR, { id: bridge.id });

    const events = await alertEventsAfter(store, 0);
    const told = { kind: 'alert', lang: 'en' };
    expect(events).toEqual([
      { ...told, seq: 3, alert: expect.objectContaining({ id: tram.id, text: 'Trams stop' }) },
      {
        ...told,
        seq: 4,
        alert: {
          id: ferries.id,
          lang: 'en',
          text: 'Ferries stop at six',
          link: null,
          raised: ferries.raised,
          expires: null,
          emergency: false,
        },
      },
      { kind: 'clear', lang: 'fa', seq: 5, id: bridge.id },
    ]);
    // Whoever has seen number 3 needs the other two alone.
    expect(await alertEventsAfter(store, 3)).toEqual(events.slice(1));
    expect(await alertEventsAfter(store, 5)).toEqual([]);
  });

  test('the next instant is the first at which one goes out or runs out', async () => {
    expect(await nextAlertInstant(store)).toBeNull();
    await raise();
    expect(await nextAlertInstant(store)).toBeNull();
    const late = at(2 * HOUR);
    const soon = at(HOUR);
    await raise({ expires: late });
    expect(await nextAlertInstant(store)).toBe(late);
    const { id } = await raise({ expires: soon.replace(/\.\d+Z$/, 'Z') });
    expect(await nextAlertInstant(store)).toBe(soon.replace(/\.\d+Z$/, '.000Z'));
    await clearAlerts(store, EDITOR, { id });
    expect(await nextAlertInstant(store)).toBe(late);
  });
});
