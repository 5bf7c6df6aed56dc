import type { Element, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isBlank, replaceElements } from './html-tree.ts';

/** A screen reader stops at an empty heading or link and has nothing to say. */
const POINTLESS_EMPTY = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 a em strong b i u s sub sup mark small abbr q cite code kbd span bdi bdo time ' +
    'blockquote ul ol li dl dt pre figure figcaption table caption thead tbody tfoot tr'
  ).split(' '),
);

/** Removes elements that hold nothing a reader could see, and attributes that say nothing. */
export function dropEmpty(tree: Root): Root {
  return replaceElements(tree, (node) => {
    if (POINTLESS_EMPTY.has(node.tagName) && isBlank(node.children)) {
      return spaceIn(node);
    }
    const properties = Object.entries(node.properties).filter(
      ([, value]) => !(Array.isArray(value) && value.length === 0),
    );
    return [{ ...node, properties: Object.fromEntries(properties) }];
  });
}

/** An empty link between two words parted them. */
function spaceIn(node: Element): Text[] {
  return /\s/u.test(textOf(node)) ? [{ type: 'text', value: ' ' }] : [];
}
