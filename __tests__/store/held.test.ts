import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Article } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { Arrival } from '#lib/store/arrival.ts';
import { newestTeasers } from '#lib/store/article-lists.ts';
import { findById, parseDocument, RevisionMovedError, saveArticle } from '#lib/store/articles.ts';
import { auditedStories } from '#lib/store/audited-stories.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { findingsOf } from '#lib/store/findings.ts';
import { listHeld, publishHeld } from '#lib/store/held.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { releaseEmbargoed, withdrawArticle } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { findWaiting } from '#lib/store/waiting-versions.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

function finding(excerpt: string, severity: Finding['severity'] = 'serious'): Finding {
  const where = { kind: 'body', excerpt, index: 0 } as const;
  return { rule: 'image-description-missing', severity, where, message: `${excerpt} is missing.` };
}

const OVERRIDE = {
  editor: 'Ifeoma',
  reason: 'The picture is described in the text',
  actor: EDITOR,
};

describe.each(ENGINES)('stories that wait for an editor on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const save = (
    findings: Finding[],
    changes: Partial<Article> = {},
    arrival: Partial<Arrival> = {},
  ) => {
    const article = sampleArticle(changes);
    return saveArticle(store, article, {
      ...arrivalOf(article),
      policy: 'hold',
      findings,
      ...arrival,
    });
  };

  const shown = async () =>
    (await newestTeasers(store, { lang: 'en', limit: 9 })).map(({ headline }) => headline);

  const stateOf = async (id: string) => (await findById(store, id))?.state;

  test('a story with serious findings is on no list and in no search until it is let through', async () => {
    const { id, outcome, barriers } = await save([finding('quay.jpg'), finding('here', 'minor')]);
    expect({ outcome, barriers }).toEqual({ outcome: 'new', barriers: [finding('quay.jpg')] });
    expect(await stateOf(id)).toBe('held');
    expect(await shown()).toEqual([]);
    const search = () =>
      searchArticles(store, { query: 'ferries', lang: 'en', limit: 9, offset: 0 });
    expect((await search()).hits).toEqual([]);
    expect(await newestChange(store)).toBe(0);
    expect(await listHeld(store)).toEqual([
      {
        id,
        lang: 'en',
        slug: 'night-ferries',
        headline: 'Night ferries return',
        isUpdate: false,
        since: expect.any(String),
        reason: null,
        findings: [finding('quay.jpg')],
      },
    ]);

    expect(await publishHeld(store, id, OVERRIDE)).toBe('published');
    expect(await shown()).toEqual(['Night ferries return']);
    expect((await search()).hits).toHaveLength(1);
    expect(await listHeld(store)).toEqual([]);
    expect((await changesAfter(store, 0, 9)).map(({ kind }) => kind)).toEqual([
      'article.published',
    ]);
    expect(await publishHeld(store, id, OVERRIDE)).toBeNull();
  });

  test('who let it through, why, when and in spite of what is kept', async () => {
    const { id } = await save([finding('quay.jpg'), finding('here', 'minor')]);
    await publishHeld(store, id, OVERRIDE);
    const rows = await store.db.selectFrom('overrides').selectAll().execute();
    expect(rows).toEqual([
      {
        article_id: id,
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        editor: OVERRIDE.editor,
        reason: OVERRIDE.reason,
        findings: JSON.stringify([finding('quay.jpg')]),
      },
    ]);
  });

  test.each([
    ['without findings', [], {}],
    ['with minor ones', [finding('here', 'minor')], {}],
    ['of a source that publishes', [finding('quay.jpg')], { policy: 'publish' } as const],
  ])('a story %s does not wait', async (_, findings, arrival) => {
    const { id } = await save(findings, {}, arrival);
    expect(await stateOf(id)).toBe('published');
    expect(await findingsOf(store, id)).toEqual(findings);
  });

  test('what was let through is not held again for the same, but for what is new', async () => {
    const { id } = await save([finding('quay.jpg')]);
    await publishHeld(store, id, OVERRIDE);
    const same = await save([finding('quay.jpg')], { headline: 'Ferries are back' });
    expect(same.barriers).toEqual([]);
    expect(await shown()).toEqual(['Ferries are back']);

    const worse = await save([finding('quay.jpg'), finding('map.png')], { headline: 'Worse' });
    expect(worse).toMatchObject({ id, outcome: 'changed', barriers: [finding('map.png')] });
    expect(await shown()).toEqual(['Ferries are back']);
    expect(await stateOf(id)).toBe('published');
    expect(await listHeld(store)).toMatchObject([{ id, headline: 'Worse', isUpdate: true }]);

    expect(await publishHeld(store, id, OVERRIDE)).toBe('published');
    expect(await shown()).toEqual(['Worse']);
    expect(await listHeld(store)).toEqual([]);
    expect((await store.db.selectFrom('overrides').selectAll().execute()).length).toBe(2);
    const revisions = await store.db.selectFrom('revisions').select('revision').execute();
    expect(revisions).toHaveLength(3);
  });

  test('a version that has taken the place of the one that was looked at is not let through', async () => {
    const { id } = await save([]);
    await save([finding('quay.jpg')], { headline: 'Looked at' });
    const looked = await findWaiting(store.db, id);
    await save([finding('map.png')], { headline: 'Come meanwhile' });
    if (!looked) throw new Error('Nothing waits.');
    const { article, arrival, findings } = looked;
    const release = saveArticle(store, article, {
      ...arrival,
      ...{ findings, override: OVERRIDE, policy: 'publish', waitsAs: arrival.contentHash },
    });
    await expect(release).rejects.toThrow(RevisionMovedError);
    expect(await listHeld(store)).toMatchObject([{ headline: 'Come meanwhile' }]);
  });

  test('a better version goes in, and what waited before it goes', async () => {
    await save([]);
    await save([finding('quay.jpg')], { headline: 'Worse' });
    await save([], { headline: 'Better' });
    expect(await shown()).toEqual(['Better']);
    expect(await listHeld(store)).toEqual([]);
  });

  test('a better version of a story that waits whole is published', async () => {
    const { id } = await save([finding('quay.jpg')]);
    await save([], { headline: 'Better' });
    expect(await stateOf(id)).toBe('published');
    expect(await shown()).toEqual(['Better']);
    expect(await findingsOf(store, id)).toEqual([]);
  });

  test('an older version does not push out a newer one that waits', async () => {
    const at = (hour: number) => ({
      isVersioned: true,
      version: `2026-10-07T0${hour}:30:00.000Z`,
    });
    await save([], {}, at(6));
    await save([finding('quay.jpg')], { headline: 'Newest' }, at(9));
    const between = await save([], { headline: 'Between' }, at(8));
    expect(between.outcome).toBe('older');
    expect(await listHeld(store)).toMatchObject([{ headline: 'Newest' }]);
  });

  test('a story that is let through still waits for its embargo', async () => {
    const embargoedUntil = '2199-01-01T00:00:00.000Z';
    const { id } = await save([finding('quay.jpg')], { embargoedUntil });
    await releaseEmbargoed(store, embargoedUntil);
    expect(await stateOf(id)).toBe('held');
    expect(await publishHeld(store, id, OVERRIDE)).toBe('embargoed');
    expect(await shown()).toEqual([]);
    await releaseEmbargoed(store, embargoedUntil);
    expect(await shown()).toEqual(['Night ferries return']);
  });

  test('with a story that is withdrawn its waiting version goes', async () => {
    const { id } = await save([]);
    await save([finding('quay.jpg')], { headline: 'Worse' });
    await withdrawArticle(store, id, 'Names a minor', EDITOR);
    expect(await listHeld(store)).toEqual([]);
    expect(await publishHeld(store, id, OVERRIDE)).toBeNull();
    expect(await stateOf(id)).toBe('withdrawn');
  });

  test('a version that waits is whole', async () => {
    const { id } = await save([]);
    const article = sampleArticle({ headline: 'Worse', topics: [] });
    await save([finding('quay.jpg')], article);
    await publishHeld(store, id, OVERRIDE);
    const row = await findById(store, id);
    expect(row && parseDocument(row.document)).toEqual(article);
  });

  test('findings are listed by story, without those that are withdrawn', async () => {
    const { id } = await save([finding('quay.jpg')]);
    await save([], { slug: 'clean' });
    const other = await save([finding('x.png', 'minor')], { slug: 'gone', lang: 'fa' });
    expect((await auditedStories(store, {})).length).toBe(2);
    expect(await auditedStories(store, { lang: 'en' })).toMatchObject([
      { id, state: 'held', headline: 'Night ferries return', findings: [finding('quay.jpg')] },
    ]);
    expect(await auditedStories(store, { ids: [other.id] })).toMatchObject([{ id: other.id }]);
    await withdrawArticle(store, other.id, 'x', EDITOR);
    expect(await auditedStories(store, { lang: 'fa' })).toEqual([]);
  });
});
