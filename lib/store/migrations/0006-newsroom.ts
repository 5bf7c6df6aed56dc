import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** The desk: who raised and ended an alert and why, stories that an editor holds, sessions, and the
 *  audit log. */
export async function up(db: Kysely<unknown>, engine: Engine['name']): Promise<void> {
  for (const column of ['waits_until', 'raised_by', 'ended_by', 'ended_why']) {
    await db.schema.alterTable('alerts').addColumn(column, 'text').execute();
  }
  for (const column of ['note', 'ended_note']) {
    await db.schema
      .alterTable('alerts')
      .addColumn(column, 'text', (text) => text.notNull().defaultTo(''))
      .execute();
  }
  await db.schema.alterTable('tokens').addColumn('expires', 'text').execute();

  // What became of alerts is asked for among all that ever changed.
  await db.schema.createIndex('changes_by_kind').on('changes').columns(['kind', 'seq']).execute();

  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_id', 'text', (column) => column.notNull().references('tokens.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('last_seen', 'text', (column) => column.notNull())
    .addColumn('expires', 'text', (column) => column.notNull())
    .addColumn('ended', 'text')
    .addColumn('reply', 'text')
    .execute();

  await db.schema
    .createTable('audit_log')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  // The other kind of PostgreSQL refuses more than 2,700 bytes, which a refused address may have.
  const bySubject = db.schema.createIndex('audit_log_subject').on('audit_log').column('subject');
  await (engine === 'postgres' ? bySubject.using('hash') : bySubject).execute();
  await closeAuditLog[engine](db);
  await prepareStories(db);
}

/** Since when and why an editor holds a story, and how many serious findings it has: those that have
 *  any are listed among all that have none. */
async function prepareStories(db: Kysely<unknown>): Promise<void> {
  for (const column of ['held_at', 'held_reason']) {
    await db.schema.alterTable('articles').addColumn(column, 'text').execute();
  }
  await db.schema
    .alterTable('articles')
    .addColumn('serious_findings', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // Findings were written without white space, and inside of a text the quotes are escaped.
  const mark = '"severity":"serious"';
  await sql`
    UPDATE articles SET serious_findings = (
      SELECT (length(findings) - length(replace(findings, ${mark}, ''))) / ${sql.lit(mark.length)}
      FROM findings WHERE findings.article_id = articles.id
    )
    WHERE id IN (SELECT article_id FROM findings)
  `.execute(db);
  await db.schema
    .createIndex('articles_serious')
    .on('articles')
    .columns(['lang', 'state', 'published', 'id'])
    .where(sql.ref('serious_findings'), '>', 0)
    .execute();
}

/** What stands in the audit log stays as it is, whoever asks. */
const closeAuditLog = {
  async sqlite(db: Kysely<unknown>) {
    for (const change of ['UPDATE', 'DELETE']) {
      await sql`
        CREATE TRIGGER ${sql.id(`audit_log_no_${change.toLowerCase()}`)}
        BEFORE ${sql.raw(change)} ON audit_log
        BEGIN SELECT raise(ABORT, 'The audit log can''t be changed.'); END
      `.execute(db);
    }
    // INSERT OR REPLACE takes a row out without asking the trigger before DELETE
    // (https://sqlite.org/lang_conflict.html).
    await sql`
      CREATE TRIGGER audit_log_no_replace BEFORE INSERT ON audit_log
      WHEN EXISTS (SELECT 1 FROM audit_log WHERE seq = NEW.seq)
      BEGIN SELECT raise(ABORT, 'The audit log can''t be changed.'); END
    `.execute(db);
  },
  async postgres(db: Kysely<unknown>) {
    await sql`
      CREATE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'The audit log can''t be changed.'; END $$
    `.execute(db);
    await sql`
      CREATE TRIGGER audit_log_closed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_log()
    `.execute(db);
  },
};
