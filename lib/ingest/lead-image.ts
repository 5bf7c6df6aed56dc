import { creditOf } from './credit.ts';
import { type Lookup, lookup } from './field-lookup.ts';
import { isRecord } from './front-matter.ts';
import { withoutPlaceholders } from './liquid.ts';
import { plainField } from './plain-field.ts';

export type ImageFields = { url: string; alt: string; caption: string; credit: string };

/** The picture over a story, with its words, wherever in the front matter they stand. A portrait
 *  (`mugshot`) takes its place where there is no other. */
export function leadImage(field: Lookup): ImageFields | undefined {
  const image = imageOf(field('image', 'featuredimage', 'cover', 'hero', 'banner'));
  if (image) {
    return {
      url: image.url,
      alt: image.alt || plainField(field('imagealt', 'alt')),
      caption: image.caption || plainField(field('cutline', 'caption', 'imagecaption')),
      credit: image.credit || creditOf(plainField(field('credit', 'imagecredit', 'photocredit'))),
    };
  }
  const portrait = imageOf(field('mugshot', 'portrait'));
  return portrait && { ...portrait, alt: portrait.alt || plainField(field('headline', 'title')) };
}

/** An image given as its address alone, or with its words beside it. */
export function imageOf(value: unknown): ImageFields | undefined {
  const field = lookup(isRecord(value) ? value : { url: value });
  const address = field('url', 'src', 'path', 'file', 'image', 'feature');
  if (typeof address !== 'string') return undefined;
  // Quotes and semicolons stay behind where HTML was pasted into front matter.
  const url = withoutPlaceholders(address)
    .replace(/["';\s]+$/, '')
    .trim();
  if (!url) return undefined;
  return {
    url,
    alt: plainField(field('alt')),
    caption: plainField(field('caption', 'cutline')),
    credit: creditOf(plainField(field('credit'))),
  };
}
