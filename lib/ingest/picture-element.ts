import type { Element } from 'hast';
import {
  PICTURE_FORMATS,
  type Picture,
  type PictureFormat,
  pictureFile,
} from '#lib/model/picture.ts';
import { element } from '#lib/text/html-tree.ts';

/** A story's column is 42 rem at most; on a narrower screen the picture fills it. */
const SIZES = '(min-width: 46rem) 42rem, 100vw';

/** The width for browsers that know neither format choice nor `srcset`. */
const PLAIN_WIDTH = 960;

/** A picture of ours in the body of a story. Pictures there are below what a reader sees first, so
 *  they load when they come near. */
export function pictureElement(picture: Picture, alt: string): Element {
  const plain = picture.widths.findLast((width) => width <= PLAIN_WIDTH) ?? picture.width;
  const img = element('img', {
    src: addressOf(picture, plain, 'webp'),
    alt,
    width: picture.width,
    height: picture.height,
    loading: 'lazy',
    decoding: 'async',
  });
  return element('picture', {}, ...PICTURE_FORMATS.map((format) => sourceOf(picture, format)), img);
}

function sourceOf(picture: Picture, format: PictureFormat): Element {
  const srcSet = picture.widths
    .map((width) => `${addressOf(picture, width, format)} ${width}w`)
    .join(', ');
  return element('source', { type: `image/${format}`, srcSet, sizes: SIZES });
}

function addressOf(picture: Picture, width: number, format: PictureFormat): string {
  return `/media/${pictureFile(picture.id, width, format)}`;
}
