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
import { authorNames } from './authors.ts';
import {
  dublinAuthors,
  dublinDates,
  htmlIn,
  keywordsIn,
  languageIn,
  resolved,
} from './elements.ts';
import type { Feed, FeedEntry, Markup } from './feed.ts';
import { imageIn } from './media.ts';

/** Reads RSS 0.9 to 2.0: a channel with items in it, or beside it as RDF and RSS 1.0 have them. */
export function readRss(root: XmlElement): Feed {
  const channel = childOf(root, 'channel') ?? root;
  const places = [root, ...childrenOf(root, 'channel'), ...childrenOf(channel, 'items')];
  const items = places.flatMap((place) => childrenOf(place, 'item'));
  const link = linkOf(channel);
  const dates = dublinDates(channel);
  return {
    id: link ?? channel.attributes['rdf:about'] ?? textIn(channel, 'title'),
    link: link ?? channel.base,
    lang:
      root.lang ?? channel.lang ?? textIn(channel, 'language', 'dc:language', 'dcterms:language'),
    dates: [...textsIn(channel, 'pubdate', 'lastbuilddate'), ...dates.published, ...dates.updated],
    entries: items.map(entryOf),
  };
}

function entryOf(item: XmlElement): FeedEntry {
  const guid = childOf(item, 'guid');
  const id = textIn(item, 'guid', 'atom:id') ?? item.attributes['rdf:about']?.trim();
  const isLink = guid?.attributes.ispermalink?.trim().toLowerCase() !== 'false';
  const dates = dublinDates(item);
  const content = contentOf(item);
  const description = htmlIn(childOf(item, 'description', 'dcterms:abstract', 'dc:description'));
  const summary =
    description ?? htmlIn(childOf(item, 'atom:summary', 'itunes:summary', 'itunes:subtitle'));
  return {
    id: id || undefined,
    link: linkOf(item) ?? (isLink && id && /^https?:\/\//i.test(id) ? id : undefined),
    title: htmlIn(
      childOf(item, 'title', 'dc:title', 'dcterms:title', 'atom:title', 'itunes:title'),
    ),
    summary,
    content,
    published: [...textsIn(item, 'pubdate', 'atom:published'), ...dates.published],
    updated: [...textsIn(item, 'atom:updated'), ...dates.updated],
    authors: authorsOf(item),
    categories: categoriesOf(item),
    keywords: keywordsIn(item),
    lang: languageIn(item),
    base: item.base,
    image: imageIn(item),
  };
}

/** The whole text, in one of the places where feeds put it beside the description. */
function contentOf(item: XmlElement): Markup | undefined {
  const encoded = childrenOf(item, 'content:encoded', 'encoded', 'atom:content')
    .map(htmlIn)
    .find((markup) => markup !== undefined);
  if (encoded) return encoded;
  const inline = childOf(item, 'xhtml:body', 'xhtml:div', 'body', 'fulltext', 'content');
  if (!inline) return undefined;
  if (elementsOf(inline).length === 0) return htmlIn(inline);
  return { text: `<div>${innerHtml(inline)}</div>`, isHtml: true };
}

/** A link as text, or as Atom writes it. */
function linkOf(element: XmlElement): string | undefined {
  const own = childrenOf(element, 'link').find((link) => textOfXml(link).trim() !== '');
  if (own) return resolved(textOfXml(own).trim(), own.base);
  const link = childrenOf(element, 'atom:link', 'link').find(
    ({ attributes }) => attributes.href && (attributes.rel ?? 'alternate') === 'alternate',
  );
  const href = link?.attributes.href?.trim();
  return href && resolved(href, link?.base);
}

function authorsOf(item: XmlElement): string[] {
  const written = [
    ...textsIn(item, 'author'),
    ...childrenOf(item, 'atom:author').flatMap((author) => textsIn(author, 'atom:name', 'name')),
  ];
  // An “author” is often only a mail address, and the name stands beside it.
  return written.some((author) => authorNames(author).length > 0) ? written : dublinAuthors(item);
}

function categoriesOf(item: XmlElement): string[] {
  const words = textsIn(item, 'category', 'dc:subject', 'dcterms:subject', 'media:category');
  const terms = childrenOf(item, 'atom:category').map(({ attributes }) => attributes.term ?? '');
  return [...words, ...terms];
}
