import { creditOf } from '../credit.ts';
import type { ImageFields } from '../lead-image.ts';
import { childOf, childrenOf, textIn } from '../xml-content.ts';
import type { XmlElement } from '../xml-tree.ts';
import { lineOfMarkup } from './markup.ts';

/** The picture of an entry with its words: Media RSS at its largest, else an enclosure, a podcast's
 *  cover, a thumbnail. */
export function imageIn(entry: XmlElement): ImageFields | undefined {
  const groups = childrenOf(entry, 'media:group');
  const [largest] = [entry, ...groups]
    .flatMap((group) => childrenOf(group, 'media:content').map((media) => ({ media, group })))
    .filter(({ media }) => isPicture(media))
    .sort((a, b) => widthOf(b.media) - widthOf(a.media));
  if (largest) return wordedImage(largest.media, [largest.media, largest.group, entry]);

  const url = enclosedImage(entry) ?? ownImage(entry);
  if (url) return wordedImage({ ...entry, attributes: { url } }, [entry]);
  const holders = [entry, ...groups, ...[entry, ...groups].flatMap(mediaOf)];
  const [thumbnail] = holders
    .flatMap((holder) => childrenOf(holder, 'media:thumbnail'))
    .filter((each) => addressOf(each))
    .sort((a, b) => widthOf(b) - widthOf(a));
  return thumbnail && wordedImage(thumbnail, holders);
}

function mediaOf(group: XmlElement): XmlElement[] {
  return childrenOf(group, 'media:content');
}

function addressOf({ attributes }: XmlElement): string | undefined {
  return (attributes.url ?? attributes.href)?.trim() || undefined;
}

function widthOf({ attributes }: XmlElement): number {
  return Number.parseInt(attributes.width ?? '', 10) || 0;
}

/** By what it says of itself; a file name is asked only where it says nothing. */
function isPicture(media: XmlElement): boolean {
  const { medium, type } = media.attributes;
  const address = addressOf(media);
  if (!address) return false;
  if (medium || type) return medium === 'image' || Boolean(type?.startsWith('image/'));
  return IMAGE_FILE.test(address);
}

const IMAGE_FILE = /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i;

function enclosedImage(entry: XmlElement): string | undefined {
  const links = childrenOf(entry, 'atom:link', 'link').filter(
    ({ attributes }) => attributes.rel === 'enclosure',
  );
  return [...childrenOf(entry, 'enclosure'), ...links]
    .filter(({ attributes }) => attributes.type?.startsWith('image/'))
    .map(addressOf)
    .find((address) => address !== undefined);
}

/** A podcast's cover, or `<image>` as some put it into an item: an address, or a `url` in it. */
function ownImage(entry: XmlElement): string | undefined {
  const cover = childOf(entry, 'itunes:image');
  const image = childOf(entry, 'image');
  const text = textIn(image, 'url') ?? textIn(entry, 'image');
  return (cover && addressOf(cover)) ?? (text && /^\S+$/.test(text) ? text : undefined);
}

/** Its words stand in it, in its group or in the entry. */
function wordedImage(media: XmlElement, around: XmlElement[]): ImageFields {
  const word = (name: string) => around.map((each) => textIn(each, name)).find(Boolean) ?? '';
  const line = (name: string) => lineOfMarkup({ text: word(name), isHtml: true });
  return {
    url: addressOf(media) ?? '',
    alt: line('media:description'),
    caption: line('media:title'),
    credit: creditOf(line('media:credit')),
  };
}
