import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSources } from '#lib/desk/sources/read-sources.ts';
import { listActs } from '#lib/store/audit-log.ts';
import {
  claimDue,
  claimSource,
  FIRST_STATE,
  type SourceState,
  syncSources,
} from '#lib/store/sources.ts';
import { type DeskNewsroom, deskNewsroom } from './desk-newsroom.ts';
import { ENGINES } from './engines.ts';

const NOW = '2026-10-07T06:30:00.000Z';
const LATER = '2999-01-01T00:00:00.000Z';

describe.each(ENGINES)('the sources of the desk on $engine', ({ emptyDatabase }) => {
  let room: DeskNewsroom;

  beforeEach(async () => {
    room = await deskNewsroom(await emptyDatabase());
    room.desk.config.feeds = '/feeds.yaml';
  });

  afterEach(() => room.store.close());

  const addressOf = (name: string) => `https://${name}.example/feed.xml`;

  /** Puts sources into the list, each with what became of asking it. */
  async function listed(sources: Record<string, Partial<SourceState>>) {
    const settings = { every: 60, policy: 'publish', fullText: false } as const;
    const names = Object.keys(sources);
    const list = names.map((name) => ({ address: addressOf(name), name, settings }));
    await syncSources(room.store, list, NOW);
    for (const [name, state] of Object.entries(sources)) {
      await room.store.db
        .updateTable('sources')
        .set({ state: JSON.stringify({ ...FIRST_STATE, ...state }), next_at: LATER })
        .where('address', '=', addressOf(name))
        .execute();
    }
  }

  const ask = (name: string, secret?: string) =>
    room.act('source-ask', { address: addressOf(name) }, secret);
  const acts = async () =>
    (await listActs(room.store, { limit: 9 })).filter(({ act }) => act === 'source.asked');
  const due = () =>
    claimDue(room.store, new Date().toISOString(), { holder: 'poller', until: LATER });

  test('they are told by how they are, those that fail first', async () => {
    await listed({
      good: { askedAt: NOW, succeededAt: NOW, stories: 12, changes: 3 },
      fresh: {},
      bad: { askedAt: NOW, error: 'It answers 500.', failures: 4 },
      gone: { askedAt: NOW, isGone: true, error: 'It is gone (410).' },
    });
    const groups = await readSources(room.store, Date.parse(NOW) + 600_000);
    const names = Object.entries(groups).map(([health, all]) => [
      health,
      all.map(({ name }) => name),
    ]);
    expect(names).toEqual([
      ['failing', ['bad']],
      ['gone', ['gone']],
      ['fresh', ['fresh']],
      ['working', ['good']],
    ]);
    expect(Object.fromEntries(groups.failing[0]?.facts ?? [])).toMatchObject({
      address: addressOf('bad'),
      asked: 'every 60 minutes',
      'last success': 'never yet',
      'last error': 'It answers 500. (4 times in a row)',
    });
    expect(Object.fromEntries(groups.working[0]?.facts ?? [])).toMatchObject({
      'last success': '10 minutes ago (2026-10-07 06:30 UTC)',
      stories: '12 new, 3 changed so far',
    });
  });

  test('a source is asked now, and who wanted that is written down', async () => {
    await listed({ good: {}, other: {} });
    expect(await due()).toBeNull();
    expect(await ask('good')).toMatchObject({
      status: 303,
      to: '/desk/sources',
      reply: { kind: 'done', message: expect.stringContaining('“good” is asked now.') },
    });
    expect(await acts()).toMatchObject([
      { actor: { name: 'Night desk' }, subject: addressOf('good'), details: { name: 'good' } },
    ]);
    expect(await due()).toMatchObject({ address: addressOf('good') });
    expect(await due()).toBeNull();
  });

  test('one that is asked at the moment is left to that', async () => {
    await listed({ good: {} });
    const claim = { holder: 'poller', until: LATER };
    await claimSource(room.store, addressOf('good'), new Date().toISOString(), claim);
    expect((await ask('good')).reply?.message).toContain('is being asked at this moment');
    const { next_at } = await room.store.db
      .selectFrom('sources')
      .select('next_at')
      .executeTakeFirstOrThrow();
    expect(next_at).toBe(LATER);
    expect(await acts()).toEqual([]);
  });

  test('one whose asker has died is asked', async () => {
    await listed({ good: {} });
    const claim = { holder: 'poller', until: NOW };
    await claimSource(room.store, addressOf('good'), '2026-10-07T06:00:00.000Z', claim);
    await ask('good');
    expect(await due()).toMatchObject({ address: addressOf('good') });
  });

  test('one that is not listed, a token that may not, and no list are refused', async () => {
    await listed({ good: {} });
    expect((await ask('none')).reply).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('no such source'),
    });
    expect((await room.act('source-ask', { address: '\0' })).reply?.kind).toBe('problem');
    const other = await room.enter((await room.newToken(['alerts'])).secret);
    expect((await ask('good', other)).status).toBe(403);
    room.desk.config.feeds = null;
    expect((await ask('good')).reply).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('LEDE_FEEDS'),
    });
    expect(await acts()).toEqual([]);
    expect(await due()).toBeNull();
  });
});
