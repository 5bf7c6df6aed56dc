import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as firstTables from './migrations/0001-first-tables.ts';

/** Every migration, by a name that sorts in the order of their writing. Never change one that has
 *  been released: add the next. */
const migrations = { '0001-first-tables': firstTables };

/** Brings the tables up to date. Throws what the failing migration threw; the step that failed is
 *  undone. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
