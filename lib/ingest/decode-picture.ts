import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { sizeInWords } from './file-problem.ts';
import { PictureProblem } from './picture-source.ts';

const MOST_PIXELS = 40_000_000;
/** What is smaller is there to count readers, not for them. */
const FEWEST = 16;

// Several pictures are made at once, each on one core.
sharp.concurrency(1);

export type Measured = { width: number; height: number; options: SharpOptions };

/** Looks what a file holds, whatever its name says, and how large it is once upright. A drawing
 *  (SVG) is as wide as it is asked for. Throws PictureProblem. */
export async function measurePicture(bytes: Buffer, drawnWidth: number): Promise<Measured> {
  const options: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error' };
  try {
    const facts = await sharp(bytes, options).metadata();
    if (facts.format === 'svg') {
      options.density = Math.max(1, (72 * drawnWidth) / facts.width);
    }
    const { width, height } = options.density
      ? await sharp(bytes, options).metadata()
      : facts.autoOrient;
    if (width < FEWEST || height < FEWEST) {
      throw new PictureProblem(`it is only ${width} × ${height} pixels`);
    }
    if (width * height > MOST_PIXELS) throw new PictureProblem(tooManyPixels(width * height));
    return { width, height, options };
  } catch (error) {
    throw error instanceof PictureProblem ? error : await problemFrom(error, bytes);
  }
}

/** Decodes a picture once, upright, in sRGB and no wider than `width`, so that each size is made
 *  from pixels. Throws PictureProblem. */
export async function decodePicture(
  bytes: Buffer,
  { options }: Measured,
  width: number,
): Promise<Sharp> {
  try {
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width, withoutEnlargement: true })
      .timeout({ seconds: 60 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { channels, height } = info;
    const pixels = sharp(data, { raw: { channels, height, width: info.width } });
    const { isOpaque } = await pixels.stats();
    return isOpaque && channels === 4 ? pixels.removeAlpha() : pixels;
  } catch (error) {
    throw await problemFrom(error, bytes);
  }
}

async function problemFrom(error: unknown, bytes: Buffer): Promise<PictureProblem> {
  const message = error instanceof Error ? error.message : String(error);
  if (/pixel limit/i.test(message)) return new PictureProblem(tooManyPixels());
  if (/timeout/i.test(message)) return new PictureProblem('it takes more than a minute to decode');
  if (/unsupported image format/i.test(message)) {
    const type = await fileTypeFromBuffer(bytes);
    return new PictureProblem(
      type
        ? `it is a ${type.ext.toUpperCase()} file (${type.mime}), which is no picture that Lede can read`
        : `it is no picture (${sizeInWords(bytes.length)} of something else)`,
    );
  }
  return new PictureProblem(`it is damaged (${message.trim().split('\n')[0]})`);
}

function tooManyPixels(pixels?: number): string {
  const size = pixels ? `${Math.round(pixels / 1_000_000)} megapixels` : 'too many pixels';
  return `it has ${size}; the limit is ${MOST_PIXELS / 1_000_000} megapixels`;
}
