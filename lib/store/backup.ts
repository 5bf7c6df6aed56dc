import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { BACKUP_VERSION, type BackupHead, type Progress, sumOf } from './backup-format.ts';
import { refuseForeignFile } from './backup-lines.ts';
import { countRows } from './count-rows.ts';
import { MIGRATION_NAMES } from './migrate.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

/** A batch of long stories must fit into memory. */
const BATCH = 100;

export type Backup = { file: string; bytes: number; rows: Record<string, number> };

/** Writes all that the store holds, but for pictures, into a file, as it is at one moment: what is
 *  written meanwhile waits for nobody and is not in it. The file is there whole or not at all; an
 *  older backup of that name is replaced. Throws BackupError. */
export async function backUpStore(
  store: Store,
  file: string,
  onProgress: Progress = () => {},
): Promise<Backup> {
  await refuseForeignFile(file);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    const rows = await store.db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute((snapshot) => writeRows(snapshot, unfinished, onProgress));
    await rename(unfinished, file);
    return { file, rows, bytes: (await stat(file)).size };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeRows(
  snapshot: Kysely<Tables>,
  file: string,
  onProgress: Progress,
): Promise<BackupHead['rows']> {
  const rows = await countRows(snapshot, TABLE_NAMES);
  const head: BackupHead = {
    format: 'lede-backup',
    version: BACKUP_VERSION,
    made: new Date().toISOString(),
    migration: MIGRATION_NAMES.at(-1) ?? '',
    rows,
  };
  // It holds what is not published yet.
  const handle = await open(file, 'wx', 0o600);
  await pipeline(
    Readable.from(linesOf(snapshot, head, onProgress)),
    createGzip(),
    handle.createWriteStream({ flush: true }),
  );
  return rows;
}

async function* linesOf(
  snapshot: Kysely<Tables>,
  head: BackupHead,
  onProgress: Progress,
): AsyncGenerator<string> {
  const total = sumOf(head.rows);
  let done = 0;
  yield `${JSON.stringify(head)}\n`;
  for (const table of TABLE_NAMES) {
    for await (const rows of batchesOf(snapshot, table)) {
      yield rows.map((row) => `${JSON.stringify([table, row])}\n`).join('');
      done += rows.length;
      onProgress({ done, total });
    }
  }
}

/** In the order of the key, each batch from where the last one ended: memory stays flat on both
 *  engines without cursors. */
async function* batchesOf(snapshot: Kysely<Tables>, table: TableName) {
  const keys: readonly string[] = TABLES[table];
  const key = sql.join(keys.map((column) => sql.ref(column)));
  let from = sql``;
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} ${from} ORDER BY ${key} LIMIT ${BATCH}
    `.execute(snapshot);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    from = sql`WHERE (${key}) > (${sql.join(keys.map((column) => last[column]))})`;
  }
}
