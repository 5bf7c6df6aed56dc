import type { Element, ElementContent, Root } from 'hast';
import { inOneLine } from './excerpt.ts';
import { isElement, replaceElements } from './html-tree.ts';

/** Other sites wait with a picture until it is scrolled to, and keep its address here meanwhile. */
const LATER = ['dataSrc', 'dataLazySrc', 'dataOriginal'];

/** Leaves the pictures that show something, with what is said of them: an emoji becomes its character,
 *  a pixel that counts readers goes, and what is hidden from screen readers is decorative. Runs
 *  before the allow-list takes the attributes that tell. */
export function settlePictures(tree: Root): Root {
  return replaceElements(tree, (node) => {
    if (isElement(node, 'amp-img', 'amp-anim')) return [settled({ ...node, tagName: 'img' })];
    if (!isElement(node, 'img')) return [node];
    if (isEmoji(node)) return characterOf(node);
    return isSpacer(node) ? [] : [settled(node)];
  });
}

function settled(img: Element): Element {
  const properties = { ...img.properties };
  const later = LATER.map((name) => properties[name]).find(
    (address) => typeof address === 'string',
  );
  if (later && (!properties.src || String(properties.src).startsWith('data:'))) {
    properties.src = later;
  }
  const { role, ariaHidden } = properties;
  const roles = [role ?? []].flat().map(String);
  if (roles.includes('presentation') || roles.includes('none') || String(ariaHidden) === 'true') {
    properties.alt = '';
  }
  return { ...img, properties };
}

/** WordPress and others draw emoji as pictures, with the character in `alt`. */
function isEmoji({ properties }: Element): boolean {
  const classes = [properties.className ?? []].flat().map(String);
  return (
    classes.some((name) => /^(?:wp-smiley|emoji|emojione|twemoji)$/i.test(name)) ||
    /\/(?:emoji|twemoji|smilies)\/[^?#]*\.(?:svg|png|gif)(?:[?#]|$)/i.test(
      String(properties.src ?? ''),
    )
  );
}

function characterOf({ properties }: Element): ElementContent[] {
  const alt = inOneLine(String(properties.alt ?? ''));
  return alt ? [{ type: 'text', value: alt }] : [];
}

function isSpacer({ properties }: Element): boolean {
  const isTiny = (size: unknown) => /^[01](?:px)?$/.test(String(size ?? ''));
  if (isTiny(properties.width) || isTiny(properties.height)) return true;
  return /(?:^|\/)(?:spacer|pixel|blank|transparent|clear|1x1)\.(?:gif|png)(?:[?#]|$)/i.test(
    String(properties.src ?? ''),
  );
}
