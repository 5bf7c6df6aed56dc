import type { Kysely } from 'kysely';

/** What the audit found in stories, versions that wait for an editor because of it, and what editors
 *  decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('findings')
    .addColumn('article_id', 'text', (column) => column.primaryKey().references('articles.id'))
    .addColumn('findings', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('waiting_versions')
    .addColumn('article_id', 'text', (column) => column.primaryKey().references('articles.id'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('arrival', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('overrides')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('editor', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('overrides_key', ['article_id', 'at'])
    .execute();
}
