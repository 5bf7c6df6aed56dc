import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** Stories with their revisions, alerts, the search index, and the change log. */
export async function up(db: Kysely<unknown>, engine: Engine['name']): Promise<void> {
  await db.schema
    .createTable('articles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_id', 'text', (column) => column.notNull().unique())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('section_slug', 'text', (column) => column.notNull())
    .addColumn('section_name', 'text', (column) => column.notNull())
    .addColumn('published', 'text', (column) => column.notNull())
    .addColumn('release_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_reason', 'text')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('teaser', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('wants_pictures', 'integer', (column) => column.notNull())
    .addColumn('search_row', 'bigint', (column) => column.notNull().unique())
    .addUniqueConstraint('articles_address', ['lang', 'slug'])
    .execute();
  await db.schema
    .createIndex('articles_newest')
    .on('articles')
    .columns(['lang', 'state', 'published', 'id'])
    .execute();
  await db.schema
    .createIndex('articles_section_newest')
    .on('articles')
    .columns(['lang', 'section_slug', 'state', 'published', 'id'])
    .execute();
  await db.schema
    .createIndex('articles_release')
    .on('articles')
    .column('release_at')
    .where(sql.ref('release_at'), 'is not', null)
    .execute();

  await db.schema
    .createTable('revisions')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('revisions_key', ['article_id', 'revision'])
    .execute();

  await db.schema
    .createTable('article_authors')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_authors_key', ['article_id', 'position'])
    .execute();
  await db.schema
    .createIndex('article_authors_slug')
    .on('article_authors')
    .columns(['slug', 'article_id'])
    .execute();

  await db.schema
    .createTable('article_topics')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_topics_key', ['article_id', 'slug'])
    .execute();
  await db.schema
    .createIndex('article_topics_slug')
    .on('article_topics')
    .columns(['slug', 'article_id'])
    .execute();

  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('emergency', 'integer', (column) => column.notNull())
    .addColumn('raised', 'text', (column) => column.notNull())
    .addColumn('expires', 'text')
    .addColumn('ended', 'text')
    .execute();
  await db.schema
    .createIndex('alerts_standing')
    .on('alerts')
    .columns(['lang', 'raised'])
    .where(sql.ref('ended'), 'is', null)
    .execute();

  await db.schema
    .createTable('changes')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('tags', 'text', (column) => column.notNull())
    .execute();

  await createSearchIndex[engine](db);
}

/** The terms come ready-made from lib/text/search-terms.ts. The stories stand in `articles`. */
const createSearchIndex = {
  /** The ascii tokenizer leaves every character beyond ASCII as it is. */
  async sqlite(db: Kysely<unknown>) {
    await sql`
      CREATE VIRTUAL TABLE article_search USING fts5(
        lang, headline, standfirst, people, body,
        content = '', contentless_delete = 1, tokenize = 'ascii'
      )
    `.execute(db);
  },

  /** Without fast updates, since each search would walk through what they left to do. */
  async postgres(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE article_search (
        search_row bigint PRIMARY KEY,
        lang text COLLATE "C" NOT NULL,
        headline tsvector NOT NULL,
        opening tsvector NOT NULL,
        anywhere tsvector NOT NULL
      )
    `.execute(db);
    await sql`
      CREATE INDEX article_search_newest ON article_search (lang, search_row)
    `.execute(db);
    await sql`
      CREATE INDEX article_search_terms ON article_search USING gin (anywhere)
      WITH (fastupdate = off)
    `.execute(db);
  },
};
