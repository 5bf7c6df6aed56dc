import { decodeText } from '../decode-text.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  innerHtml,
  textIn,
  textOfXml,
  textsIn,
} from '../xml-content.ts';
import type { XmlElement } from '../xml-tree.ts';
import { dublinAuthors, dublinDates, keywordsIn, languageIn, resolved } from './elements.ts';
import type { Feed, FeedEntry, Markup } from './feed.ts';
import { imageIn } from './media.ts';

/** Reads Atom 0.3 and 1.0, with its own namespace or without; a single entry too. */
export function readAtom(root: XmlElement): Feed {
  const isEntry = root.name.endsWith('entry');
  const entries = isEntry ? [root] : childrenOf(root, ...both('entry'));
  const authors = namesIn(root);
  const link = linkOf(root);
  return {
    id: (isEntry ? undefined : textIn(root, ...both('id'))) ?? link,
    link: (isEntry ? undefined : link) ?? root.base,
    lang: languageIn(root),
    dates: textsIn(root, ...both('updated'), ...both('modified'), 'dc:date'),
    entries: entries.map((entry) => entryOf(entry, authors)),
  };
}

function both(name: string): [string, string] {
  return [`atom:${name}`, name];
}

function entryOf(entry: XmlElement, feedAuthors: string[]): FeedEntry {
  const source = childOf(entry, ...both('source'));
  const dates = dublinDates(entry);
  const [authors = []] = [
    namesIn(entry),
    dublinAuthors(entry),
    source ? namesIn(source) : [],
  ].filter((names) => names.length > 0);
  const content = childOf(entry, ...both('content'));
  return {
    id: textIn(entry, ...both('id')),
    link: linkOf(entry),
    title: markupOf(childOf(entry, ...both('title'), 'dc:title', 'media:title')),
    summary: markupOf(
      childOf(entry, ...both('summary')) ??
        childOf(childOf(entry, 'media:group') ?? entry, 'media:description'),
    ),
    content: markupOf(content),
    published: [
      ...textsIn(entry, ...both('published'), ...both('issued')),
      ...dates.published,
      ...textsIn(entry, ...both('created')),
    ],
    updated: [...textsIn(entry, ...both('updated'), ...both('modified')), ...dates.updated],
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: categoriesOf(entry),
    keywords: keywordsIn(entry),
    lang: content?.lang ?? languageIn(entry),
    base: content?.base ?? entry.base,
    image: imageIn(entry),
  };
}

/** A text by its type: Atom 1.0 says `text`, `html`, `xhtml` or a media type; Atom 0.3 a media type,
 *  and in `mode` how it is written. A content that is a film, or stands elsewhere, is no text. */
function markupOf(element: XmlElement | undefined): Markup | undefined {
  if (!element || element.attributes.src) return undefined;
  const type = element.attributes.type?.trim().toLowerCase() || 'text';
  const mode = element.attributes.mode?.trim().toLowerCase();
  if (mode === 'base64' || type === 'application/octet-stream') return base64Text(element, type);
  if (element.name.endsWith('content') && !TEXT_TYPE.test(type)) return undefined;
  const inner = elementsOf(element);
  // Elements among the text are markup, whatever the type says.
  if (inner.length > 0) {
    const [only] = inner;
    const box =
      inner.length === 1 && only?.name.endsWith('div') && isAlone(element) ? only : element;
    return { text: withLanguage(innerHtml(box), only, element), isHtml: true };
  }
  const text = textOfXml(element);
  if (text.trim() === '') return undefined;
  return { text, isHtml: type !== 'text' && type !== 'text/plain' };
}

/** Whether nothing but white space stands beside the one element. */
function isAlone({ children }: XmlElement): boolean {
  return children.every((child) => typeof child !== 'string' || child.trim() === '');
}

/** The box of XHTML is taken off; the language it speaks is not. */
function withLanguage(html: string, box: XmlElement | undefined, element: XmlElement): string {
  const lang = box?.attributes['xml:lang'] ?? box?.attributes.lang;
  return lang && lang !== element.lang && /^[\w-]+$/.test(lang)
    ? `<div lang="${lang}">${html}</div>`
    : html;
}

const TEXT_TYPE = /^(?:text|html|xhtml)\b|xml$|^application\/(?:x?html|atom)/;

function base64Text(element: XmlElement, type: string): Markup | undefined {
  const text = decodeText(Buffer.from(textOfXml(element), 'base64'));
  return text?.trim() ? { text, isHtml: type !== 'text' && type !== 'text/plain' } : undefined;
}

function linkOf(element: XmlElement): string | undefined {
  const links = childrenOf(element, ...both('link')).filter(
    ({ attributes }) =>
      attributes.href && (attributes.rel ?? 'alternate').toLowerCase() === 'alternate',
  );
  const page = links.find(({ attributes }) => /html/.test(attributes.type ?? 'html')) ?? links[0];
  const href = page?.attributes.href?.trim() ?? textIn(element, 'link');
  return href && resolved(href, page?.base);
}

function namesIn(element: XmlElement): string[] {
  return childrenOf(element, ...both('author')).flatMap((author) => {
    const names = textsIn(author, ...both('name'));
    return names.length > 0 || elementsOf(author).length > 0 ? names : [textOfXml(author)];
  });
}

function categoriesOf(entry: XmlElement): string[] {
  const terms = childrenOf(entry, ...both('category')).map(
    (category) => category.attributes.label || category.attributes.term || textOfXml(category),
  );
  return [...terms, ...textsIn(entry, 'dc:subject', 'dcterms:subject')]
    .map((word) => word.trim())
    .filter(Boolean);
}
