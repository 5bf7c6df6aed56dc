import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode-text.ts';
import { FetchError } from './fetch/fetch-error.ts';
import type { Fetched, Fetcher } from './fetch/fetcher.ts';
import { fileProblem, sizeInWords } from './file-problem.ts';
import type { NoStory, SourceDocument } from './reading.ts';

/** No file with stories is larger, but for the exports of whole sites. */
export const LARGEST_STORY = 20_000_000;

/** Reads a file that should hold a story. `root` is the folder that the import was asked for. */
export async function readFileSource(
  file: string,
  root: string,
): Promise<SourceDocument | NoStory> {
  const failed = (reason: string): NoStory => ({ place: file, outcome: 'failed', reason });
  try {
    const handle = await open(file);
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) return failed('It is not a file.');
      if (facts.size > LARGEST_STORY) return failed(tooLarge(facts.size));
      const bytes = await handle.readFile();
      const pictures = { folder: path.dirname(file), root };
      return await documentOf(bytes, { place: file, fileName: path.basename(file), pictures });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(`It can’t be read: ${fileProblem(error)}.`);
  }
}

/** Fetches an address that should hold a story. */
export async function readAddressSource(
  address: string,
  fetcher: Fetcher,
): Promise<SourceDocument | NoStory> {
  try {
    return await readFetched(address, await fetcher.get(address, LARGEST_STORY));
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { place: address, outcome: 'failed', reason: `It can’t be had: ${error.message}.` };
  }
}

/** What came from an address as a document. */
export function readFetched(
  place: string,
  { bytes, charset, address }: Fetched,
): Promise<SourceDocument | NoStory> {
  const fileName = new URL(place).pathname.split('/').at(-1) || 'index';
  return documentOf(bytes, { place, fileName, pictures: { address } }, charset);
}

async function documentOf(
  bytes: Uint8Array,
  document: Omit<SourceDocument, 'text'>,
  charset?: string,
): Promise<SourceDocument | NoStory> {
  const failed = (reason: string): NoStory => ({
    place: document.place,
    outcome: 'failed',
    reason,
  });
  const text = decodeText(bytes, charset);
  if (text !== null && !text.includes('\ufffd') && !bytes.includes(0)) return { ...document, text };
  const type = await fileTypeFromBuffer(bytes);
  const isBinary = type && !/\b(?:xml|text)\b/.test(type.mime);
  if (text !== null && !isBinary) return { ...document, text };
  return failed(
    `It is ${isBinary ? `a ${type.ext.toUpperCase()} file` : 'a binary file'}, not text.`,
  );
}

function tooLarge(bytes: number): string {
  return `It is too large for a story: ${sizeInWords(bytes)}, where ${sizeInWords(LARGEST_STORY)} is the limit.`;
}
