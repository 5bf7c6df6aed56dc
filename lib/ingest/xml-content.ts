import { escapeAttribute, escapeText } from 'entities';
import type { XmlElement } from './xml-tree.ts';

/** The elements of one of these names that stand directly in an element. */
export function childrenOf(parent: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(parent).filter(({ name }) => names.includes(name));
}

/** The first element of the first of these names that there is. */
export function childOf(
  parent: XmlElement | undefined,
  ...names: string[]
): XmlElement | undefined {
  const elements = parent ? elementsOf(parent) : [];
  for (const wanted of names) {
    const found = elements.find(({ name }) => name === wanted);
    if (found) return found;
  }
  return undefined;
}

/** The text in the first child of one of these names that holds any, trimmed. */
export function textIn(parent: XmlElement | undefined, ...names: string[]): string | undefined {
  return textsIn(parent, ...names)[0];
}

/** The texts of all children of these names, in the order of the names. Empty ones are left out. */
export function textsIn(parent: XmlElement | undefined, ...names: string[]): string[] {
  const elements = parent ? elementsOf(parent) : [];
  const inOrder = names.flatMap((wanted) => elements.filter(({ name }) => name === wanted));
  return inOrder.map((each) => textOfXml(each).trim()).filter((text) => text !== '');
}

/** All the text of an element. */
export function textOfXml({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOfXml(child))).join('');
}

export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Elements of HTML that are never closed. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What stands in an element, written as HTML: XHTML with or without its prefix. */
export function innerHtml({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? escapeText(child) : outerHtml(child)))
    .join('');
}

function outerHtml(element: XmlElement): string {
  const tag = element.name.replace(/^.*:/, '');
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => /^(?:xml:lang|[a-z-]+)$/.test(name) && name !== 'xmlns')
    .map(([name, value]) => ` ${name.replace('xml:', '')}="${escapeAttribute(value)}"`)
    .join('');
  if (!/^[a-z][a-z0-9-]*$/.test(tag)) return innerHtml(element);
  const start = `<${tag}${attributes}>`;
  return VOID.has(tag) ? start : `${start}${innerHtml(element)}</${tag}>`;
}
