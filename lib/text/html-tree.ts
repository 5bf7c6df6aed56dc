import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const writer = unified().use(rehypeStringify).freeze();

/** Reads HTML as a browser reads the content of an element. Never throws. */
export function parseHtml(html: string): Root {
  return parser.parse(html);
}

/** Writes a tree as HTML. It makes nothing safe: see sanitise.ts. */
export function writeHtml(tree: Root): string {
  return writer.stringify(tree);
}

/** Makes an element, as `element('a', { href: '/en' }, 'Home')`. */
export function element(
  tagName: string,
  properties: Element['properties'] = {},
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** Whether the node is an element, with one of these names if any are given. */
export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...tagNames: Name[]
): node is Element & { tagName: Name } {
  if (node?.type !== 'element') return false;
  return tagNames.length === 0 || tagNames.some((name) => name === node.tagName);
}

/** Elements that show something without text. */
const SHOWS = new Set(['img', 'picture', 'hr']);

/** Whether a reader would see nothing in this content: no text and nothing that shows without. */
export function isBlank(nodes: RootContent[]): boolean {
  return nodes.every((node) => {
    if (isElement(node)) return !SHOWS.has(node.tagName) && isBlank(node.children);
    return node.type !== 'text' || !/[^\s\u200b-\u200d\u2060\ufeff]/u.test(node.value);
  });
}

/** The text of a node in one line. */
export function lineOf(node: Nodes): string {
  return textOf(node).replace(/\s+/gu, ' ').trim();
}

/** Calls `change` for each element and puts what it answers in the element's place, from the
 *  innermost outward. */
export function replaceElements<Parent extends Root | Element>(
  parent: Parent,
  change: (node: Element, parent: Root | Element) => ElementContent[],
): Parent {
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (!isElement(child)) return [child];
    return change(replaceElements(child, change), parent);
  });
  return { ...parent, children };
}
