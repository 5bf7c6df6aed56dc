import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stillHeld } from '#lib/ingest/hold-story.ts';
import type { Article } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { Arrival } from '#lib/store/arrival.ts';
import { newestTeasers } from '#lib/store/article-lists.ts';
import { findById, parseDocument, saveArticle } from '#lib/store/articles.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { listHeld, publishHeld } from '#lib/store/held.ts';
import { holdArticle } from '#lib/store/hold.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { releaseEmbargoed, withdrawArticle } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { takeBack } from '#lib/store/take-back.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

const SERIOUS: Finding = {
  rule: 'image-description-missing',
  severity: 'serious',
  where: { kind: 'body', excerpt: 'quay.jpg', index: 0 },
  message: 'It is missing.',
};

const OVERRIDE = { editor: 'Ifeoma', reason: 'The lawyer agrees', actor: EDITOR };

describe.each(ENGINES)('stories that an editor holds on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const save = (changes: Partial<Article> = {}, arrival: Partial<Arrival> = {}) => {
    const article = sampleArticle(changes);
    return saveArticle(store, article, { ...arrivalOf(article), ...arrival });
  };

  const hold = (id: string) => holdArticle(store, id, 'The lawyer asks', EDITOR);

  const shown = async () =>
    (await newestTeasers(store, { lang: 'en', limit: 9 })).map(({ headline }) => headline);

  const found = async () => {
    const query = { query: 'ferries', lang: 'en', limit: 9, offset: 0 } as const;
    return (await searchArticles(store, query)).hits.length;
  };

  const stateOf = async (id: string) => (await findById(store, id))?.state;

  test('a story that is held leaves lists and search, and is told of as held', async () => {
    const { id } = await save();
    const before = await newestChange(store);
    expect(await hold(id)).toBe(true);
    expect(await shown()).toEqual([]);
    expect(await found()).toBe(0);
    const [change] = await changesAfter(store, before, 9);
    expect(change).toMatchObject({
      kind: 'article.held',
      subject: id,
      tags: expect.arrayContaining(['article:en/night-ferries', 'stories:en']),
    });
    expect(await findById(store, id)).toMatchObject({
      state: 'held',
      held_at: expect.stringMatching(/^\d{4}-.*Z$/),
      held_reason: 'The lawyer asks',
    });
    expect(await listHeld(store)).toMatchObject([
      { id, isUpdate: false, reason: 'The lawyer asks', findings: [] },
    ]);
    expect(await listActs(store, { limit: 9, subject: id })).toMatchObject([
      {
        act: 'story.held',
        actor: EDITOR,
        details: { address: '/en/articles/night-ferries', reason: 'The lawyer asks' },
      },
    ]);
    expect(await hold(id)).toBe(false);
    expect(await hold('none')).toBe(false);
  });

  test('released, it is what it was, and who released it and why is kept', async () => {
    const { id } = await save();
    await hold(id);
    expect(await publishHeld(store, id, OVERRIDE)).toBe('published');
    expect(await shown()).toEqual(['Night ferries return']);
    expect(await found()).toBe(1);
    expect(await findById(store, id)).toMatchObject({ held_at: null, held_reason: null });
    expect(await listHeld(store)).toEqual([]);
    const acts = await listActs(store, { limit: 9, subject: id });
    expect(acts.map(({ act }) => act)).toEqual(['story.published', 'story.held']);
    const { editor, reason } = OVERRIDE;
    const address = '/en/articles/night-ferries';
    expect(acts[0]?.details).toEqual({ address, editor, reason, findings: 0 });
    await save({ headline: 'Next version' });
    expect(await shown()).toEqual(['Next version']);
  });

  test.each([
    ['without findings', [], 'publish'],
    ['of a source that publishes, with findings', [SERIOUS], 'publish'],
    ['of a source that is held back, with findings', [SERIOUS], 'hold'],
  ] as const)('a version %s that comes in meanwhile is held too', async (_, findings, policy) => {
    const { id } = await save();
    await hold(id);
    const since = (await findById(store, id))?.held_at;
    const version = await save({ headline: 'Next version' }, { findings, policy });
    expect(version).toMatchObject({ outcome: 'changed', heldByHand: 'The lawyer asks' });
    expect(await shown()).toEqual([]);
    expect(await found()).toBe(0);
    expect(await findById(store, id)).toMatchObject({ state: 'held', revision: 2, held_at: since });
    expect(await listHeld(store)).toMatchObject([
      { id, headline: 'Next version', reason: 'The lawyer asks', findings },
    ]);
    expect(await publishHeld(store, id, OVERRIDE)).toBe('published');
    expect(await shown()).toEqual(['Next version']);
  });

  test('a version that waited before is what is released', async () => {
    const { id } = await save();
    await save({ headline: 'Worse' }, { findings: [SERIOUS], policy: 'hold' });
    await hold(id);
    const waiting = { id, headline: 'Worse', isUpdate: false, findings: [SERIOUS] };
    expect(await listHeld(store)).toMatchObject([waiting]);
    expect(await publishHeld(store, id, OVERRIDE)).toBe('published');
    expect(await shown()).toEqual(['Worse']);
    expect(await listHeld(store)).toEqual([]);
  });

  test('the same version again is told to be held by an editor', async () => {
    const { id } = await save();
    await hold(id);
    const known = await findById(store, id);
    const still = await stillHeld(store, known ?? undefined, known?.content_hash ?? '');
    expect(still?.reason).toMatch(/^An editor holds this story: “The lawyer asks”\. To publish/);
  });

  test('under embargo it is held beyond it, and released before it, it waits for it', async () => {
    const embargoedUntil = '2199-01-01T00:00:00.000Z';
    const { id } = await save({ embargoedUntil });
    expect(await hold(id)).toBe(true);
    await releaseEmbargoed(store, embargoedUntil);
    expect(await stateOf(id)).toBe('held');
    await save({ embargoedUntil, headline: 'Next version' });
    expect(await stateOf(id)).toBe('held');
    expect(await publishHeld(store, id, OVERRIDE)).toBe('embargoed');
    expect(await findById(store, id)).toMatchObject({ held_at: null, release_at: embargoedUntil });
    await releaseEmbargoed(store, embargoedUntil);
    expect(await shown()).toEqual(['Next version']);
  });

  test('a newer version after its sender took it back is still held', async () => {
    const { id } = await save();
    await hold(id);
    const at = '2026-10-08T06:00:00.000Z';
    const taken = { sourceId: 'test/en/night-ferries', reason: 'Wrong.', at };
    expect((await takeBack(store, taken)).outcome).toBe('withdrawn');
    expect(await hold(id)).toBe(false);
    await save({ headline: 'Again' }, { version: '2026-10-09T06:00:00.000Z' });
    expect(await stateOf(id)).toBe('held');
    expect(await shown()).toEqual([]);
  });

  test('withdrawn, it can neither be held nor released', async () => {
    const { id } = await save();
    await hold(id);
    expect(await withdrawArticle(store, id, 'Names a minor', EDITOR)).toBe(true);
    expect(await publishHeld(store, id, OVERRIDE)).toBeNull();
    expect(await hold(id)).toBe(false);
    expect(await stateOf(id)).toBe('withdrawn');
  });

  test('how many serious findings a story has is known of the version that is here', async () => {
    const { id } = await save({}, { findings: [SERIOUS, { ...SERIOUS, severity: 'minor' }] });
    const serious = async () => (await findById(store, id))?.serious_findings;
    expect(await serious()).toBe(1);
    await save({ headline: 'Better' });
    expect(await serious()).toBe(0);
    const row = await findById(store, id);
    expect(row && parseDocument(row.document).headline).toBe('Better');
  });
});
