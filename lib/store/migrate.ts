import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as findings from './migrations/0002-findings.ts';
import * as tokens from './migrations/0003-tokens.ts';
import * as sources from './migrations/0004-sources.ts';
import * as arrivals from './migrations/0005-arrivals.ts';
import * as newsroom from './migrations/0006-newsroom.ts';
import type { Tables } from './schema.ts';

type Migration = { up(db: Kysely<unknown>, engine: Engine['name']): Promise<void> };
type Migratable = { db: Kysely<Tables>; engine: Engine };

/** Every migration, by a name that sorts in the order of their writing. Never change one that has
 *  been released: add the next. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-findings': findings,
  '0003-tokens': tokens,
  '0004-sources': sources,
  '0005-arrivals': arrivals,
  '0006-newsroom': newsroom,
};

export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort();

/** Brings the tables up to date, or no further than a migration. Answers what was done, by name.
 *  Throws what the failing migration threw; then nothing is done. */
export async function migrate(store: Migratable, upTo?: string): Promise<string[]> {
  const migrator = migratorOf(store);
  // Only what is to be done waits for other writers.
  if ((await pendingMigrations(store)).length === 0) return [];
  const { error, results = [] } = await (upTo
    ? migrator.migrateTo(upTo)
    : migrator.migrateToLatest());
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** The names of what is not done yet. All, in a store without tables. */
export async function pendingMigrations(store: Migratable): Promise<string[]> {
  const infos = await migratorOf(store).getMigrations();
  return infos.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

function migratorOf({ db, engine }: Migratable): Migrator {
  const migrations = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, { up }]) => [
      name,
      { up: (inner: Kysely<unknown>) => up(inner, engine.name) },
    ]),
  );
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
