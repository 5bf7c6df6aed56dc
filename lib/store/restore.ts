import type { Transaction } from 'kysely';
import { parseDocument } from './articles.ts';
import {
  BackupError,
  type BackupHead,
  type BackupRow,
  type Progress,
  sumOf,
} from './backup-format.ts';
import { readBackup } from './backup-lines.ts';
import { countRows } from './count-rows.ts';
import { MIGRATION_NAMES, migrate, pendingMigrations } from './migrate.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';
import { indexArticle } from './search-index.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

const BATCH = 100;

/** Fills an empty store from a backup, whichever engine that is from: all of it or, where anything
 *  is wrong, nothing. The tables are brought to where they were when the backup was made, filled,
 *  and brought up to date. Answers the numbers of rows. Throws BackupError. */
export async function restoreStore(
  store: Store,
  file: string,
  onProgress: Progress = () => {},
): Promise<BackupHead['rows']> {
  return readBackup(file, (head, rows) =>
    store.db.transaction().execute(async (transaction) => {
      const { engine } = store;
      await requireOlderTables({ ...store, db: transaction }, head);
      await migrate({ db: transaction, engine }, head.migration);
      const tables = TABLE_NAMES.filter((table) => table in head.rows);
      await requireEmpty(transaction, engine.place, tables);

      await insertRows(transaction, rows, sumOf(head.rows), onProgress);
      const counts = await countRows(transaction, tables);
      requireSame(file, head.rows, counts);

      await migrate({ db: transaction, engine });
      await indexStories(store, transaction);
      await engine.settle(transaction);
      return counts;
    }),
  );
}

/** A migration is never undone, so rows of an earlier shape need tables that were never there. */
async function requireOlderTables(store: Store, { migration }: BackupHead): Promise<void> {
  const pending = await pendingMigrations(store);
  const newest = MIGRATION_NAMES.filter((name) => !pending.includes(name)).at(-1) ?? '';
  if (newest <= migration) return;
  throw new BackupError(
    `The backup is from an older Lede (${migration}) than the tables of ${store.engine.place} (${newest}). Restore it into a new file or database, where no Lede has been yet; it is brought up to date there.`,
  );
}

async function requireEmpty(
  transaction: Transaction<Tables>,
  place: string,
  tables: TableName[],
): Promise<void> {
  const counts = await countRows(transaction, tables);
  const full = Object.entries(counts).filter(([, count]) => count > 0);
  if (full.length === 0) return;
  const what = full.map(([table, count]) => `${count} in ${table}`).join(', ');
  throw new BackupError(
    `The store ${place} is not empty (${what}). A backup is restored into an empty store only: name another file or database in LEDE_DATABASE.`,
  );
}

async function insertRows(
  transaction: Transaction<Tables>,
  rows: AsyncIterable<BackupRow>,
  total: number,
  onProgress: Progress,
): Promise<void> {
  let done = 0;
  let batch: BackupRow[1][] = [];
  let current: TableName | undefined;
  const flush = async () => {
    // Columns and their values were read from this very table, or the engine refuses them.
    if (current && batch.length > 0) {
      await transaction
        .insertInto(current)
        .values(batch as never[])
        .execute();
    }
    done += batch.length;
    batch = [];
    onProgress({ done, total });
  };
  for await (const [table, row] of rows) {
    if (table !== current || batch.length >= BATCH) await flush();
    current = TABLE_NAMES.find((name) => name === table);
    if (!current) throw new BackupError(`The backup has a table that Lede doesn't know: ${table}.`);
    batch.push(row);
  }
  await flush();
}

function requireSame(file: string, wanted: BackupHead['rows'], found: BackupHead['rows']): void {
  for (const [table, count] of Object.entries(wanted)) {
    if (found[table] === count) continue;
    throw new BackupError(
      `The backup ${file} is not whole: it should have ${count} rows of ${table} and has ${found[table] ?? 0}. Nothing was restored.`,
    );
  }
}

async function indexStories({ engine }: Store, transaction: Transaction<Tables>): Promise<void> {
  let last = '';
  for (;;) {
    const rows = await transaction
      .selectFrom('articles')
      .select(['id', 'search_row', 'document'])
      .where('id', '>', last)
      .where('state', '=', 'published')
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id, search_row, document } of rows) {
      await indexArticle(engine.search, transaction, search_row, parseDocument(document));
      last = id;
    }
    if (rows.length === 0) return;
  }
}
