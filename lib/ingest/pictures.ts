import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Picture } from '#lib/model/picture.ts';
import { FetchError } from './fetch/fetch-error.ts';
import { type Fetcher, openFetcher } from './fetch/fetcher.ts';
import { makePicture, type PictureKind } from './picture-recipe.ts';
import {
  locatePicture,
  type PictureBase,
  type PicturePlace,
  PictureProblem,
  readPicture,
} from './picture-source.ts';

/** Pictures made at the same time: each keeps one core busy. */
const AT_ONCE = 2;
/** So often a host may be found unreachable; then it isn't asked again in this run. */
const PATIENCE = 2;

/** The pictures of one import run: each is fetched and made once, however many stories show it. */
export type PictureDesk = {
  /** Makes a picture ready. Throws PictureProblem. */
  make(url: string, base: PictureBase, kind: PictureKind): Promise<Picture>;
  /** Changes when the content of a picture file changes. Addresses are not asked. */
  fingerprint(url: string, base: PictureBase): Promise<string>;
};

/** Opens the pictures of a run over the folder in which readers find them. It is created with the
 *  first picture. */
export function openPictureDesk(media: string, fetcher: Fetcher = openFetcher()): PictureDesk {
  const made = new Map<string, Promise<Picture>>();
  const inTurn = limitTo(AT_ONCE);
  const read = carefulReader(fetcher);

  return {
    async make(url, base, kind) {
      const place = await locatePicture(url, base);
      const key = `${kind} ${'file' in place ? place.file : place.address}`;
      const known = made.get(key);
      if (known) return known;
      const making = inTurn(async () => {
        const bytes = await read(place);
        await mkdir(media, { recursive: true });
        return makePicture(bytes, kind, media);
      });
      made.set(key, making);
      return making;
    },
    async fingerprint(url, base) {
      try {
        const place = await locatePicture(url, base);
        if ('address' in place) return '';
        return createHash('sha256')
          .update(await readPicture(place, fetcher))
          .digest('hex');
      } catch (error) {
        if (error instanceof PictureProblem) return 'missing';
        throw error;
      }
    },
  };
}

/** Reads pictures, and stops asking a host that could not be reached: an import without a network
 *  must not wait for every picture of it. */
function carefulReader(fetcher: Fetcher): (place: PicturePlace) => Promise<Buffer> {
  const failures = new Map<string, number>();
  return async (place) => {
    const host = 'address' in place ? new URL(place.address).host : '';
    if ((failures.get(host) ?? 0) >= PATIENCE) {
      throw new PictureProblem(`its host could not be reached before (${host})`);
    }
    try {
      return await readPicture(place, fetcher);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.isHostDown) failures.set(host, (failures.get(host) ?? 0) + 1);
      throw new PictureProblem(error.message);
    }
  };
}

/** Runs at most `most` tasks at the same time, the others in the order of their asking. */
function limitTo(most: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
