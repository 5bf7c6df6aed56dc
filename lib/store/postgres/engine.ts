import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { describeProblem, placeOf } from './connection-problem.ts';
import { postgresDialect } from './dialect.ts';
import { openPool } from './pool.ts';
import { postgresSearch } from './search-index.ts';
import { watchDatabase } from './write-watch.ts';

/** PostgreSQL at `postgres://…`. */
export function postgresEngine(database: string): Engine {
  return {
    name: 'postgres',
    place: placeOf(database),
    dialect: postgresDialect(openPool(database)),
    search: postgresSearch,
    async check(db) {
      const { rows } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(db);
      if (rows[0]?.server_encoding !== 'UTF8') {
        throw new Error(
          `it is kept in ${rows[0]?.server_encoding}, which can't hold every language. Create a database with --encoding=UTF8`,
        );
      }
    },
    watchForWrites: () => watchDatabase(database),
    async settle(db) {
      const { rows } = await sql<{ table: string; column: string }>`
        SELECT relname AS table, attname AS column
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = current_schema()::regnamespace AND attidentity <> ''
      `.execute(db);
      for (const { table, column } of rows) {
        const newest = sql`(SELECT max(${sql.ref(column)}) FROM ${sql.table(table)})`;
        await sql`
          SELECT setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), ${newest})
        `.execute(db);
      }
      await sql`ANALYZE`.execute(db);
    },
    describeProblem,
  };
}
