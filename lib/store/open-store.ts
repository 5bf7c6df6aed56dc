import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts';

/** The newsroom's data. Every question and every change goes through a function of this folder. */
export type Store = {
  db: Kysely<Tables>;
  /** Where it is kept, as given to openStore. */
  database: string;
  close(): Promise<void>;
};

/** A store that can't be opened. The message is for the operator. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Opens the store at `file:<path>` or `file::memory:`, creating it where there is none, and
 *  brings its tables up to date. Throws StoreError. */
export async function openStore(database: string): Promise<Store> {
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(sqlitePath(database))) });
    await migrate(db);
    return { db, database, close: () => db.destroy() };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(`The store ${database} can't be opened: ${reason}.`, { cause });
  }
}

/** The path behind `file:`. */
export function sqlitePath(database: string): string {
  return database.replace(/^file:/, '');
}
