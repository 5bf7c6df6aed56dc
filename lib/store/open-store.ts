import { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';

/** The newsroom's data. Every question and every change goes through a function of this folder. */
export type Store = {
  db: Kysely<Tables>;
  engine: Engine;
  close(): Promise<void>;
};

/** A store that can't be opened. The message is for the operator. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Opens the store at `file:<path>`, `file::memory:` or `postgres://…`, creating the file where
 *  there is none, and brings its tables up to date. Throws StoreError. */
export async function openStore(database: string): Promise<Store> {
  const store = await connectStore(database);
  try {
    await updateTables(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Brings the tables up to date. Answers what was done, by name. Throws StoreError. */
export async function updateTables(store: Store): Promise<string[]> {
  try {
    return await migrate(store);
  } catch (cause) {
    throw problem(store.engine, cause);
  }
}

/** Opens the store with its tables as they are. Throws StoreError. */
export async function connectStore(database: string): Promise<Store> {
  const engine = await engineOf(database);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await engine.check(db);
    return { db, engine, close: () => db.destroy() };
  } catch (cause) {
    await db.destroy();
    throw problem(engine, cause);
  }
}

/** Loads PostgreSQL's driver only where it is used. */
async function engineOf(database: string): Promise<Engine> {
  if (/^postgres(?:ql)?:/.test(database)) {
    const { postgresEngine } = await import('./postgres/engine.ts');
    return postgresEngine(database);
  }
  const { sqliteEngine } = await import('./sqlite/engine.ts');
  return sqliteEngine(database);
}

function problem({ place, describeProblem }: Engine, cause: unknown): StoreError {
  return new StoreError(`The store ${place} can't be opened: ${describeProblem(cause)}.`, {
    cause,
  });
}
