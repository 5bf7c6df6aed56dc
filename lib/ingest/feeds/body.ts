import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement, lineOf, parseHtml, replaceElements } from '#lib/text/html-tree.ts';
import type { ImageFields } from '../lead-image.ts';

/** Reads a body and makes its addresses whole: they began at the feed's site and would end at ours.
 *  A link that can't be made whole is dropped; a picture may still lie beside the file. */
export function readBodyHtml(html: string, base: string | undefined): Root {
  return replaceElements(parseHtml(html), (node) => {
    const { href, src } = node.properties;
    if (typeof href === 'string' && !href.startsWith('#')) {
      const whole = wholeAddress(href, base);
      if (whole) node.properties.href = whole;
      else delete node.properties.href;
    }
    if (typeof src === 'string') node.properties.src = wholeAddress(src, base) ?? src;
    return [node];
  });
}

/** An address without what it leaves to where it stands. Undefined if that isn't known. */
export function wholeAddress(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  return trimmed && URL.canParse(trimmed, base) ? new URL(trimmed, base).href : undefined;
}

/** Takes the picture that stands over a story out of its body, where many feeds repeat it, and takes
 *  over the words that it has there. */
export function withoutLeadImage(
  body: Root,
  image: ImageFields,
): { body: Root; image: ImageFields } {
  const elements: Element[] = [];
  visit(body, 'element', (node) => void elements.push(node));
  const twin = elements.find(
    (node) => isElement(node, 'img') && isSamePicture(node.properties.src, image.url),
  );
  if (!twin) return { body, image };
  const figure = elements.find(
    (node) => isElement(node, 'figure') && picturesIn(node).join() === twin.properties.src,
  );
  const caption = figure?.children.find((child) => isElement(child, 'figcaption'));
  // A changed tree has new nodes, but their properties are the same objects.
  const { properties } = figure ?? twin;
  return {
    body: replaceElements(body, (node) => (node.properties === properties ? [] : [node])),
    image: {
      ...image,
      alt: image.alt || String(twin.properties.alt ?? '').trim(),
      caption: image.caption || (caption ? lineOf(caption) : ''),
    },
  };
}

/** The same file in another size is the same picture: `photo.jpg?w=300`. */
function isSamePicture(source: unknown, url: string): boolean {
  return typeof source === 'string' && source.replace(/[?#].*$/, '') === url.replace(/[?#].*$/, '');
}

function picturesIn(figure: Element): unknown[] {
  const sources: unknown[] = [];
  visit(figure, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') sources.push(properties.src);
  });
  return sources;
}
