import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  BACKUP_VERSION,
  BackupError,
  type BackupHead,
  type BackupRow,
  backupHeadSchema,
  backupRowSchema,
} from './backup-format.ts';
import { MIGRATION_NAMES } from './migrate.ts';

/** Reads a backup: hands its head and its rows, as they come, to a task. Throws BackupError where
 *  the file is none, or is not whole. */
export async function readBackup<Result>(
  file: string,
  task: (head: BackupHead, rows: AsyncIterable<BackupRow>) => Promise<Result>,
): Promise<Result> {
  const packed = createReadStream(file);
  const source = createGunzip();
  packed.on('error', (error) => source.destroy(error)).pipe(source);
  try {
    const lines = linesOf(source);
    const first = await lines.next();
    return await task(parseHead(file, first.value ?? ''), rowsOf(file, lines));
  } catch (error) {
    throw asBackupError(file, error);
  } finally {
    packed.destroy();
    source.destroy();
  }
}

/** A mistyped name must not cost anyone a file. */
export async function refuseForeignFile(file: string): Promise<void> {
  if (!existsSync(file)) return;
  await readBackup(file, async () => {}).catch(() => {
    throw new BackupError(
      `${file} is there already and is no backup of Lede. Choose another name, or take it away.`,
    );
  });
}

function parseHead(file: string, line: string): BackupHead {
  const head = backupHeadSchema.safeParse(parseJson(line));
  if (!head.success) throw new BackupError(`${file} is no backup of Lede.`);
  const { version, migration } = head.data;
  if (version > BACKUP_VERSION || !MIGRATION_NAMES.includes(migration)) {
    throw new BackupError(
      `The backup ${file} was made by a newer Lede (${migration}). Update this one first.`,
    );
  }
  return head.data;
}

async function* rowsOf(file: string, lines: AsyncIterable<string>): AsyncGenerator<BackupRow> {
  for await (const line of lines) {
    const row = backupRowSchema.safeParse(parseJson(line));
    if (!row.success) throw new BackupError(`The backup ${file} is damaged: a line is no row.`);
    yield row.data;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Looks for the end of a line in what is new only: a story may be megabytes long. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line: string[] = [];
  for await (const chunk of source) {
    const [rest = '', ...ends] = decoder.decode(chunk, { stream: true }).split('\n');
    line.push(rest);
    for (const end of ends) {
      yield line.join('');
      line = [end];
    }
  }
  const last = line.join('');
  if (last) yield last;
}

function asBackupError(file: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`);
  if (code === 'EISDIR') return new BackupError(`${file} is a folder, not a backup.`);
  if (code === 'EACCES') return new BackupError(`This user has no permission to read ${file}.`);
  if (code === 'Z_BUF_ERROR')
    return new BackupError(`The backup ${file} breaks off in the middle.`);
  if (code === 'Z_DATA_ERROR')
    return new BackupError(`${file} is no backup of Lede, or is damaged.`);
  return error;
}
