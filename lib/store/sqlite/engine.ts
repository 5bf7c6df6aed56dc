import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { sqliteDialect } from './dialect.ts';
import { sqliteSearch } from './search-index.ts';
import { watchFile } from './write-watch.ts';

/** SQLite at `file:<path>` or `file::memory:`. */
export function sqliteEngine(database: string): Engine {
  const file = database.replace(/^file:/, '');
  return {
    name: 'sqlite',
    place: database,
    dialect: sqliteDialect(file),
    search: sqliteSearch,
    async check(db) {
      await sql`SELECT 1`.execute(db);
    },
    watchForWrites: () => watchFile(file),
    // AUTOINCREMENT takes note of each number by itself.
    settle: async () => {},
    describeProblem: (error) => (error instanceof Error ? error.message : String(error)),
  };
}
