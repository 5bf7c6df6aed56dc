import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Article, type ArticleState, articleSchema } from '#lib/model/article.ts';
import { type Finding, isSerious } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { type Arrival, judgeArrival, type Verdict } from './arrival.ts';
import { recordArticleChange } from './article-changes.ts';
import { keepSource } from './article-sources.ts';
import type { SearchIndex } from './engine.ts';
import { keepFindings } from './findings.ts';
import { judgeHold } from './judge-hold.ts';
import type { Store } from './open-store.ts';
import { recordOverride } from './overrides.ts';
import { recordCorrection } from './record-correction.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { freeSearchRow, indexArticle } from './search-index.ts';
import { forgetWithdrawal } from './take-back.ts';
import { teaserOf } from './teasers.ts';
import { dropWaiting, findWaiting, keepWaiting } from './waiting-versions.ts';

/** Two stories of one edition can't stand at one address. */
export class SlugTakenError extends Error {
  override name = 'SlugTakenError';
  readonly takenBy: string;

  constructor(article: Pick<Article, 'lang' | 'slug'>, takenBy: string) {
    super(
      `The slug “${article.slug}” is already the address of another story in ${article.lang} (${takenBy}). Give this one a slug of its own.`,
    );
    this.takenBy = takenBy;
  }
}

/** Its sender took the story back, and this version of it is not newer. The message says why. */
export class TakenBackError extends Error {
  override name = 'TakenBackError';
}

/** A story that was meant to be changed is no longer the one that was looked at. */
export class RevisionMovedError extends Error {
  override name = 'RevisionMovedError';
}

export type KnownArticle = {
  id: string;
  revision: number;
  state: ArticleState;
  published: string;
  contentHash: string;
  wantsPictures: boolean;
};

/** What was done with a story. Only what is new or changed was stored; of all others this is the id
 *  and slug of what is here. */
export type Saved = {
  id: string;
  slug: string;
  outcome: Exclude<Verdict['outcome'], 'taken back'>;
  /** The serious findings for which it waits for an editor; none where it doesn't. */
  barriers?: Finding[];
  /** Why an editor holds it, whatever its findings; null where none does. */
  heldByHand?: string | null;
};

/** What the store knows of a story by its sender's own name for it. */
export async function findBySource(store: Store, sourceId: string): Promise<KnownArticle | null> {
  const row = await store.db
    .selectFrom('articles')
    .select(['id', 'revision', 'state', 'published', 'content_hash', 'wants_pictures'])
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    published: row.published,
    contentHash: row.content_hash,
    wantsPictures: row.wants_pictures === 1,
  };
}

/** Stores a story with its revision, authors, topics, search terms and change in one transaction.
 *  What becomes of it is decided inside: lib/store/arrival.ts. Throws SlugTakenError,
 *  TakenBackError and RevisionMovedError. */
export async function saveArticle(store: Store, given: Article, arrival: Arrival): Promise<Saved> {
  return store.db.transaction().execute(async (transaction) => {
    const verdict = await judgeArrival(transaction, given.sourceId, arrival);
    const { outcome, known: before } = verdict;
    if (outcome === 'taken back') throw new TakenBackError(verdict.reason);
    if (before && outcome !== 'changed') return { outcome, id: before.id, slug: before.slug };
    if (arrival.replaces !== undefined && arrival.replaces !== before?.revision) {
      throw new RevisionMovedError();
    }
    if (before && arrival.waitsAs !== undefined) {
      const waiting = await findWaiting(transaction, before.id);
      if (waiting?.arrival.contentHash !== arrival.waitsAs) throw new RevisionMovedError();
    }
    const article = { ...given, slug: await freeSlug(transaction, given, arrival, before) };
    const hold = await judgeHold(transaction, before, arrival);
    if (before && hold.outcome === 'older') {
      return { outcome: 'older', id: before.id, slug: before.slug };
    }
    if (before && hold.outcome === 'aside') {
      await keepWaiting(transaction, before.id, article, arrival, hold.since);
      await recordCorrection(transaction, before.id, article, { ...arrival, waits: true });
      return { outcome, id: before.id, slug: before.slug, barriers: hold.barriers };
    }

    const now = new Date().toISOString();
    const row = await rowOf(transaction, article, arrival, before, now);
    if (hold.outcome === 'held') {
      const { held_at = null, held_reason = null } = hold.byHand ?? {};
      Object.assign(row, { state: 'held', release_at: null, held_at, held_reason });
    }
    await writeArticle(store.engine.search, transaction, row, article, before);
    if (arrival.source) await keepSource(transaction, row.id, arrival.source);
    await keepFindings(transaction, row.id, arrival.findings ?? []);
    const waits = hold.outcome === 'held';
    await recordCorrection(transaction, row.id, article, { ...arrival, waits });
    if (arrival.override) {
      await recordOverride(transaction, row, arrival.override, arrival.findings ?? []);
    }
    if (before) await dropWaiting(transaction, row.id);
    const wasPublished = before?.state === 'published';
    if (row.state === 'published' || wasPublished) {
      const kind = wasPublished ? 'article.changed' : 'article.published';
      const versions = before ? [article, parseDocument(before.document)] : [article];
      await recordArticleChange(transaction, { at: now, kind, subject: row.id }, versions);
    }
    await forgetWithdrawal(transaction, article.sourceId);
    const { barriers, byHand } = hold;
    return {
      outcome,
      id: row.id,
      slug: row.slug,
      barriers,
      heldByHand: byHand?.held_reason ?? null,
    };
  });
}

/** Reads a story back as it was stored. */
export function parseDocument(document: string): Article {
  return articleSchema.parse(JSON.parse(document));
}

/** The story with this id, whatever its state; null if there is none. */
export async function findById({ db }: Pick<Store, 'db'>, id: string): Promise<ArticleRow | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The story at an address, whatever its state; null where there never was one. */
export async function findByAddress(
  store: Store,
  lang: LanguageCode,
  slug: string,
): Promise<ArticleRow | null> {
  const row = await store.db
    .selectFrom('articles')
    .selectAll()
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ?? null;
}

/** A story that did not ask for its slug stays at the address that it has for life, whatever its
 *  headline becomes. */
async function freeSlug(
  transaction: Transaction<Tables>,
  { sourceId, lang, slug }: Article,
  { otherSlugs }: Arrival,
  before: ArticleRow | undefined,
): Promise<string> {
  const kept = otherSlugs && before?.lang === lang ? [before.slug] : [];
  let holder = '';
  for (const wanted of [...kept, slug, ...(otherSlugs ?? [])]) {
    const other = await transaction
      .selectFrom('articles')
      .select('source_id')
      .where('lang', '=', lang)
      .where('slug', '=', wanted)
      .where('source_id', '!=', sourceId)
      .executeTakeFirst();
    if (!other) return wanted;
    holder ||= other.source_id;
  }
  throw new SlugTakenError({ lang, slug }, holder);
}

async function rowOf(
  transaction: Transaction<Tables>,
  article: Article,
  arrival: Arrival,
  before: ArticleRow | undefined,
  now: string,
): Promise<ArticleRow> {
  const isEmbargoed = article.embargoedUntil !== null && article.embargoedUntil > now;
  const id = before?.id ?? randomUUID();
  return {
    id,
    source_id: article.sourceId,
    lang: article.lang,
    slug: article.slug,
    state: isEmbargoed ? 'embargoed' : 'published',
    revision: (before?.revision ?? 0) + 1,
    section_slug: article.section.slug,
    section_name: article.section.name,
    published: article.published,
    release_at: isEmbargoed ? article.embargoedUntil : null,
    withdrawn_at: null,
    withdrawn_reason: null,
    held_at: null,
    held_reason: null,
    serious_findings: (arrival.findings ?? []).filter(isSerious).length,
    document: JSON.stringify(article),
    teaser: JSON.stringify(teaserOf(id, article)),
    content_hash: arrival.contentHash,
    origin: arrival.origin ?? before?.origin ?? null,
    wants_pictures: arrival.wantsPictures ? 1 : 0,
    search_row:
      before?.published === article.published
        ? before.search_row
        : await freeSearchRow(transaction, article.published),
  };
}

async function writeArticle(
  search: SearchIndex,
  transaction: Transaction<Tables>,
  row: ArticleRow,
  article: Article,
  before: ArticleRow | undefined,
): Promise<void> {
  if (before) {
    await search.remove(transaction, before.search_row);
    await transaction.updateTable('articles').set(row).where('id', '=', row.id).execute();
    await transaction.deleteFrom('article_authors').where('article_id', '=', row.id).execute();
    await transaction.deleteFrom('article_topics').where('article_id', '=', row.id).execute();
  } else {
    await transaction.insertInto('articles').values(row).execute();
  }
  await transaction
    .insertInto('revisions')
    .values({
      article_id: row.id,
      revision: row.revision,
      at: new Date().toISOString(),
      document: row.document,
    })
    .execute();
  const authors = article.authors.map((author, position) => ({
    article_id: row.id,
    position,
    slug: author.slug,
    author: JSON.stringify(author),
  }));
  if (authors.length > 0) await transaction.insertInto('article_authors').values(authors).execute();
  const topics = article.topics.map((topic) => ({ article_id: row.id, ...topic }));
  if (topics.length > 0) await transaction.insertInto('article_topics').values(topics).execute();
  if (row.state === 'published') await indexArticle(search, transaction, row.search_row, article);
}
