import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Fetcher } from './fetch/fetcher.ts';
import { fileProblem, sizeInWords } from './file-problem.ts';

const LARGEST_PICTURE = 30_000_000;

/** Where the path of a story's picture begins: at a file in a folder (`root` is the folder that was
 *  imported), at the address of the story, or nowhere. */
export type PictureBase = { folder: string; root: string } | { address: string } | null;

/** A picture's place, found but not yet read. */
export type PicturePlace = { address: string } | { file: string };

/** A picture that can't be had. The message ends a sentence that names the picture. */
export class PictureProblem extends Error {
  override name = 'PictureProblem';
}

/** Finds out where a picture of a story is. Files must lie in the imported folder or beside it:
 *  a story from outside must not publish what else is on this machine. Throws PictureProblem. */
export async function locatePicture(url: string, base: PictureBase): Promise<PicturePlace> {
  const address = addressOf(url, base);
  if (address) return { address };
  if (!base || 'address' in base)
    throw new PictureProblem('it is neither an http nor an https address');
  for (const candidate of candidates(url, base)) {
    const file = await realpath(candidate).catch(() => null);
    if (file && (await isWithin(file, base.root))) return { file };
    if (file) throw new PictureProblem('it lies outside of the imported folder');
  }
  throw new PictureProblem('there is no such file');
}

/** Reads a picture's bytes. Throws PictureProblem or FetchError. */
export async function readPicture(place: PicturePlace, fetcher: Fetcher): Promise<Buffer> {
  if ('address' in place) return (await fetcher.get(place.address, LARGEST_PICTURE)).bytes;
  try {
    const handle = await open(place.file);
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) throw new PictureProblem('it is not a file');
      if (facts.size > LARGEST_PICTURE) {
        throw new PictureProblem(`it is larger than ${sizeInWords(LARGEST_PICTURE)}`);
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof PictureProblem) throw error;
    throw new PictureProblem(fileProblem(error));
  }
}

function addressOf(url: string, base: PictureBase): string | null {
  const from = base && 'address' in base ? base.address : undefined;
  const full = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || from !== undefined;
  if (!full) return null;
  if (!URL.canParse(url, from ?? 'https://localhost')) throw new PictureProblem('it is no address');
  const address = new URL(url, from ?? 'https://localhost');
  if (/^https?:$/.test(address.protocol)) return address.href;
  throw new PictureProblem(`its address begins with “${address.protocol}”, not with “https:”`);
}

/** `/img/x.jpg` begins at the root of the site, which may be the imported folder or one above. */
function candidates(url: string, { folder, root }: { folder: string; root: string }): string[] {
  const relative = decoded(url.replace(/[?#].*$/, ''));
  return relative.startsWith('/')
    ? [path.join(root, relative), path.join(path.dirname(path.resolve(root)), relative)]
    : [path.resolve(folder, relative)];
}

async function isWithin(file: string, root: string): Promise<boolean> {
  const top = await realpath(root);
  const above = path.dirname(top);
  // What lies beside a folder at the very top of the disk is the operating system.
  const allowed = path.dirname(above) === above ? top : above;
  const way = path.relative(allowed, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
