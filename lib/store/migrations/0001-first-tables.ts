import { type Kysely, sql } from 'kysely';

/** Stories with their revisions, alerts, the search index, and the change log. */
export async function up(db: Kysely<unknown>): Promise<void> {
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

  // The terms come ready-made from lib/text/search-terms.ts, parted by spaces; the ascii tokenizer
  // leaves every character beyond ASCII as it is. Contentless: the stories stand in `articles`.
  await sql`
    CREATE VIRTUAL TABLE article_search USING fts5(
      lang, headline, standfirst, people, body,
      content = '', contentless_delete = 1, tokenize = 'ascii'
    )
  `.execute(db);
}
