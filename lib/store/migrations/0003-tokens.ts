import type { Kysely } from 'kysely';

/** Access for programs, and what stories were made from, so that a program can change a part. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('holds', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('last_used', 'text')
    .addColumn('revoked', 'text')
    .execute();

  await db.schema
    .createTable('article_sources')
    .addColumn('article_id', 'text', (column) => column.primaryKey().references('articles.id'))
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('pictures', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('sent_hash', 'text', (column) => column.notNull())
    .addColumn('corrections', 'text', (column) => column.notNull())
    .execute();
}
