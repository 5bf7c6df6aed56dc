import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { openAlerts, pastAlerts } from '#lib/store/alert-lists.ts';
import { clearAlerts, raiseAlerts, sendDueAlerts, undoAlert } from '#lib/store/alerts.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { changesAfter } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('several alerts at once on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const input = (id: string, text = 'Ferries stop') => ({
    ...alertInputSchema.parse({ text, lang: 'en' }),
    id,
  });

  test('an id that is known raises nothing and answers what is there', async () => {
    await raiseAlerts(store, [input('one')], EDITOR, { note: 'first' });
    const again = [input('one', 'Other words'), input('two')];
    const answer = await raiseAlerts(store, again, EDITOR, { note: 'second' });
    expect(answer).toMatchObject([
      { id: 'one', text: 'Ferries stop', note: 'first' },
      { id: 'two', text: 'Ferries stop', note: 'second' },
    ]);
    expect((await openAlerts(store)).length).toBe(2);
    expect((await listActs(store, { limit: 9 })).map(({ subject }) => subject)).toEqual([
      'two',
      'one',
    ]);
    expect((await changesAfter(store, 0, 9)).map(({ subject }) => subject)).toEqual(['one', 'two']);
  });

  test('two that raise the same at once raise it once', async () => {
    const inputs = [input('one'), input('two')];
    const both = await Promise.all([1, 2].map(() => raiseAlerts(store, inputs, EDITOR)));
    expect(both[0]).toEqual(both[1]);
    expect((await listActs(store, { limit: 9 })).length).toBe(2);
  });

  test('an id whose alert was undone stays undone', async () => {
    await raiseAlerts(store, [input('one')], EDITOR, { waits: 10_000 });
    await undoAlert(store, 'one', EDITOR);
    expect(await raiseAlerts(store, [input('one')], EDITOR)).toMatchObject([
      { endedWhy: 'undone' },
    ]);
    expect(await openAlerts(store)).toEqual([]);
  });

  test('if one can’t be raised, none is', async () => {
    const broken = { ...input('two'), text: null as unknown as string };
    await expect(raiseAlerts(store, [input('one'), broken], EDITOR)).rejects.toThrow();
    expect(await openAlerts(store)).toEqual([]);
    expect(await listActs(store, { limit: 9 })).toEqual([]);
    expect(await changesAfter(store, 0, 9)).toEqual([]);
  });

  test('they wait for the same instant, and go out together', async () => {
    const alerts = await raiseAlerts(store, [input('one'), input('two')], EDITOR, {
      waits: 10_000,
    });
    expect(new Set(alerts.map(({ waitsUntil }) => waitsUntil)).size).toBe(1);
    expect(await changesAfter(store, 0, 9)).toEqual([]);
    await sendDueAlerts(store, new Date(Date.now() + 11_000).toISOString());
    expect((await changesAfter(store, 0, 9)).map(({ subject }) => subject).sort()).toEqual([
      'one',
      'two',
    ]);
  });

  test('past alerts come in pages, each alert once, though many were raised at one instant', async () => {
    const ids = Array.from({ length: 7 }, (_, index) => `id${index}`);
    await raiseAlerts(
      store,
      ids.map((id) => input(id)),
      EDITOR,
    );
    await clearAlerts(store, EDITOR);
    await raiseAlerts(store, [input('standing')], EDITOR);
    const first = (await pastAlerts(store, { limit: 3 })).map(({ id }) => id);
    const second = (await pastAlerts(store, { limit: 3, after: first[2] ?? '' })).map(
      ({ id }) => id,
    );
    const third = (await pastAlerts(store, { limit: 3, after: second[2] ?? '' })).map(
      ({ id }) => id,
    );
    expect([first.length, second.length, third.length]).toEqual([3, 3, 1]);
    expect([...first, ...second, ...third].sort()).toEqual(ids);
  });

  test('a page after an alert that never was is the first page', async () => {
    await raiseAlerts(store, [input('one')], EDITOR);
    await clearAlerts(store, EDITOR);
    expect((await pastAlerts(store, { limit: 3, after: 'nonsense' })).length).toBe(1);
  });
});
