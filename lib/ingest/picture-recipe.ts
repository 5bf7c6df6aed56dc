import { createHash, randomBytes } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sharp } from 'sharp';
import {
  PICTURE_FORMATS,
  type Picture,
  type PictureFormat,
  pictureFile,
} from '#lib/model/picture.ts';
import { decodePicture, measurePicture } from './decode-picture.ts';

/** Goes into each picture's id: raise it when pictures come out otherwise than before. */
const VERSION = 1;

/** Widths in pixels. A picture is never made wider than it came. */
const WIDTHS = { story: [320, 640, 960, 1280, 1600], portrait: [96, 192, 384] };
export type PictureKind = keyof typeof WIDTHS;

/** AVIF beyond effort 2 takes two to eight times as long for files 3 to 10 % smaller (measured on
 *  drawings and photographs, 1600 px). */
const ENCODERS: Record<PictureFormat, (image: Sharp) => Sharp> = {
  avif: (image) => image.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' }),
  webp: (image) => image.webp({ quality: 78 }),
};

/** Makes a picture ready in all widths and formats under the media folder, upright, in sRGB and
 *  without metadata. Files that are there already are left as they are. Throws PictureProblem. */
export async function makePicture(
  bytes: Buffer,
  kind: PictureKind,
  media: string,
): Promise<Picture> {
  const widest = Math.max(...WIDTHS[kind]);
  const measured = await measurePicture(bytes, widest);
  const { width, height } = measured;
  const id = createHash('sha256').update(bytes).update(`${kind} ${VERSION}`).digest('hex');
  const last = Math.min(width, widest);
  const picture: Picture = {
    id: id.slice(0, 24),
    width,
    height,
    // A width close to the last would only cost space.
    widths: [...WIDTHS[kind].filter((each) => each < last * 0.9), last],
  };
  const missing = await missingFiles(picture, media);
  if (missing.length === 0) return picture;

  const pixels = await decodePicture(bytes, measured, last);
  for (const { file, format, width: each } of missing) {
    const image = ENCODERS[format](pixels.clone().resize({ width: each }));
    await writeWhole(file, await image.toBuffer());
  }
  return picture;
}

type Missing = { file: string; width: number; format: PictureFormat };

async function missingFiles(picture: Picture, media: string): Promise<Missing[]> {
  const missing: Missing[] = [];
  for (const width of picture.widths) {
    for (const format of PICTURE_FORMATS) {
      const file = path.join(media, pictureFile(picture.id, width, format));
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      if (!isThere) missing.push({ file, width, format });
    }
  }
  return missing;
}

/** Readers never get half a file: it takes its name when it is whole. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
