import { z } from 'zod';

/** A picture that Lede has fetched, checked and made ready in several widths. */
export const pictureSchema = z.strictObject({
  /** Names the files: `/media/{id}-{width}.avif` and `.webp`. */
  id: z.string().regex(/^[a-z0-9]+$/),
  /** Pixels of the original, after its orientation was applied. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** The widths made, in pixels, rising. */
  widths: z.array(z.int().positive()).nonempty(),
});

export type Picture = z.infer<typeof pictureSchema>;

/** A picture in a story, with the words that go with it. An empty `alt` marks it as decorative. */
export const figureSchema = pictureSchema.extend({
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
});

export type Figure = z.infer<typeof figureSchema>;

export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** The file name of one made picture, as it stands under `/media/`. */
export function pictureFile(id: string, width: number, format: PictureFormat): string {
  return `${id}-${width}.${format}`;
}
