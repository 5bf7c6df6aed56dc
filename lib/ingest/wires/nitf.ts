import { childrenOf, elementsOf, innerHtml, textOfXml } from '../xml-content.ts';
import { parseXml, type XmlElement } from '../xml-tree.ts';
import { xhtmlBody } from './xhtml-body.ts';

/** Elements of NITF that HTML calls otherwise. Notes are for editors. */
const RENAMED: Record<string, string> = {
  hl1: 'h2',
  hl2: 'h3',
  block: 'div',
  bq: 'blockquote',
  pronounce: 'span',
  'media-caption': 'figcaption',
};
const LEFT_OUT = new Set(['note', 'media-metadata', 'media-producer', 'series', 'correction']);

/** The text of an article in NITF as HTML. */
export function nitfHtml(text: string): string {
  const root = parseXml(text);
  return root ? nitfBody(root) : '';
}

/** The same, where the article stands inside of a larger document. */
export function nitfBody(root: XmlElement): string {
  const content = findElement(root, 'body.content');
  const end = findElement(root, 'body.end');
  const tagline = end ? childrenOf(end, 'tagline').map((each) => ({ ...each, name: 'p' })) : [];
  const html = [content, ...tagline].map((each) => (each ? innerHtml(asHtml(each)) : ''));
  const [body = '', ...taglines] = html;
  return xhtmlBody(body + taglines.map((line) => `<p>${line}</p>`).join(''));
}

/** The byline without titles and functions, which stand in elements of their own. */
export function nitfByline(root: XmlElement): string {
  const byline = findElement(root, 'byline');
  if (!byline) return '';
  const [person] = childrenOf(byline, 'person');
  if (person) return textOfXml(person);
  const words = byline.children.filter((child) => typeof child === 'string').join(' ');
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\s,;]+$/, '')
    .trim();
}

/** The first element of this name, at any depth. */
export function findElement(root: XmlElement, name: string): XmlElement | undefined {
  if (root.name === name) return root;
  for (const child of elementsOf(root)) {
    const found = findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

function asHtml(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): XmlElement['children'] => {
    if (typeof child === 'string') return [child];
    if (LEFT_OUT.has(child.name)) return [];
    return [child.name === 'media' ? figure(child) : asHtml(child)];
  });
  return { ...element, name: RENAMED[element.name] ?? element.name, children };
}

function figure(media: XmlElement): XmlElement {
  const references = childrenOf(media, 'media-reference').filter(
    ({ attributes }) => attributes.source && /^(?:image\/|$)/.test(attributes['mime-type'] ?? ''),
  );
  const [best] = references.toSorted((a, b) => widthOf(b) - widthOf(a));
  if (!best) return { ...media, name: 'div', children: [] };
  const { source = '', 'alternate-text': alt = '' } = best.attributes;
  const image = { ...media, name: 'img', attributes: { src: source, alt }, children: [] };
  const captions = childrenOf(media, 'media-caption').map(asHtml);
  return { ...media, name: 'figure', attributes: {}, children: [image, ...captions] };
}

function widthOf({ attributes }: XmlElement): number {
  return Number(attributes.width) || 0;
}
