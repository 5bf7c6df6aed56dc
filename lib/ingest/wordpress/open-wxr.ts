import { open } from 'node:fs/promises';
import path from 'node:path';
import { isWxr, type WxrSource } from './read-wxr.ts';

/** WordPress names itself within the first lines, behind a comment that explains the export. */
const BEGINNING = 16_384;

/** Opens a file if it is a WordPress export. Such a file holds a whole site, so it is read in
 *  pieces, whatever its size. Null if it is something else or can't be read at all. */
export async function openWxr(file: string, root: string): Promise<WxrSource | null> {
  const start = await beginningOf(file);
  if (!isWxr(start)) return null;
  const encoding = /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  return {
    place: file,
    pictures: { folder: path.dirname(file), root },
    open: () => textOf(file, encoding),
  };
}

async function beginningOf(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      if (!(await handle.stat()).isFile()) return '';
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
      return buffer.subarray(0, bytesRead).toString('latin1');
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads it as a whole says why it can't be read.
    return '';
  }
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  const handle = await open(file);
  try {
    for await (const bytes of handle.createReadStream({ autoClose: false })) {
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await handle.close();
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder('utf-8');
  }
}
