import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { LRUCache } from 'lru-cache';

/** Kysely's dialect over node:sqlite, which has the same calls as better-sqlite3 but for two. Opens
 *  the file, or `:memory:`, with the first query. */
export function sqliteDialect(file: string): SqliteDialect {
  return new OneWriterDialect({ database: async () => asBetterSqlite(openSqlite(file)) });
}

/** Opens a SQLite file, or `:memory:`, so that readers never wait for a writer (WAL), and a writer
 *  waits up to five seconds for another process. Creates the file and its folder. What was written is
 *  moved from the log into the file every 32 MB, since a large import would do little else. */
function openSqlite(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA foreign_keys = ON;
  `);
  return database;
}

/** Statements that are kept ready. Lede has some dozens, and those that list values come in as many
 *  lengths. */
const MOST_READY = 200;

function asBetterSqlite(database: DatabaseSync): SqliteDatabase {
  const ready = new LRUCache<string, SqliteStatement>({ max: MOST_READY });
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = ready.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      const prepared: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // Rows are read one by one while other questions are asked, the same one perhaps.
        iterate: (parameters) => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
      };
      // To prepare a statement takes longer than to run most of them. Tables that change make it
      // another statement.
      if (/^(?:select|insert|update|delete)\b/.test(sql)) ready.set(sql, prepared);
      else if (/^(?:create|alter|drop)\b/i.test(sql)) ready.clear();
      return prepared;
    },
  };
}

class OneWriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneWriterDriver(this.#config);
  }

  override createAdapter(): DialectAdapter {
    return new WholeMigrations();
  }
}

class OneWriterDriver extends SqliteDriver {
  /** A transaction that starts by reading and writes later fails at once, without waiting, when
   *  another process wrote in between. Taking the write lock first makes it wait. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

class WholeMigrations extends SqliteAdapter {
  /** Kysely leaves migrations outside of a transaction here, for those that switch foreign keys
   *  off. Ours don't, and inside of one a process that is killed leaves no half-made table. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
