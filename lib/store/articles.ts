import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Article, type ArticleState, articleSchema } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { recordArticleChange } from './article-changes.ts';
import type { SearchIndex } from './engine.ts';
import type { Store } from './open-store.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { freeSearchRow, indexArticle } from './search-index.ts';
import { teaserOf } from './teasers.ts';

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

export type Arrival = { contentHash: string; wantsPictures: boolean };
export type KnownArticle = Arrival & { id: string; state: ArticleState };
export type Saved = { id: string; outcome: 'new' | 'changed' | 'unchanged' };

/** What the store knows of a story by its sender's own name for it. */
export async function findBySource(store: Store, sourceId: string): Promise<KnownArticle | null> {
  const row = await store.db
    .selectFrom('articles')
    .select(['id', 'state', 'content_hash', 'wants_pictures'])
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    state: row.state,
    contentHash: row.content_hash,
    wantsPictures: row.wants_pictures === 1,
  };
}

/** Stores a story with its revision, authors, topics, search terms and change in one transaction.
 *  The same content again changes nothing; a withdrawn story stays withdrawn. Throws
 *  SlugTakenError. */
export async function saveArticle(
  store: Store,
  article: Article,
  arrival: Arrival,
): Promise<Saved> {
  return store.db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('articles')
      .selectAll()
      .where('source_id', '=', article.sourceId)
      .executeTakeFirst();
    if (before && (before.state === 'withdrawn' || isSame(before, arrival))) {
      return { id: before.id, outcome: 'unchanged' };
    }
    await refuseTakenSlug(transaction, article);

    const now = new Date().toISOString();
    const row = await rowOf(transaction, article, arrival, before, now);
    await writeArticle(store.engine.search, transaction, row, article, before);
    const wasPublished = before?.state === 'published';
    if (row.state === 'published' || wasPublished) {
      const kind = wasPublished ? 'article.changed' : 'article.published';
      const versions = before ? [article, parseDocument(before.document)] : [article];
      await recordArticleChange(transaction, { at: now, kind, subject: row.id }, versions);
    }
    return { id: row.id, outcome: before ? 'changed' : 'new' };
  });
}

/** Reads a story back as it was stored. */
export function parseDocument(document: string): Article {
  return articleSchema.parse(JSON.parse(document));
}

/** The story with this id, whatever its state; null if there is none. */
export async function findById(store: Store, id: string): Promise<ArticleRow | null> {
  const row = await store.db
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
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

function isSame(row: ArticleRow, arrival: Arrival): boolean {
  return (
    row.content_hash === arrival.contentHash && (row.wants_pictures === 1) === arrival.wantsPictures
  );
}

async function refuseTakenSlug(transaction: Transaction<Tables>, article: Article): Promise<void> {
  const other = await transaction
    .selectFrom('articles')
    .select('source_id')
    .where('lang', '=', article.lang)
    .where('slug', '=', article.slug)
    .where('source_id', '!=', article.sourceId)
    .executeTakeFirst();
  if (other) throw new SlugTakenError(article, other.source_id);
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
    document: JSON.stringify(article),
    teaser: JSON.stringify(teaserOf(id, article)),
    content_hash: arrival.contentHash,
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
