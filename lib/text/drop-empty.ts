import type { Root } from 'hast';
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
      return node.children.filter((child) => child.type === 'text');
    }
    const properties = Object.entries(node.properties).filter(
      ([, value]) => !(Array.isArray(value) && value.length === 0),
    );
    return [{ ...node, properties: Object.fromEntries(properties) }];
  });
}
