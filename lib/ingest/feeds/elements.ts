import { elementsOf, innerHtml, textIn, textOfXml, textsIn } from '../xml-content.ts';
import type { XmlElement } from '../xml-tree.ts';
import type { Markup } from './feed.ts';

/** What entries of every XML family say with the same extensions (Dublin Core and the like). */

/** The text of an RSS element: HTML, escaped or in CDATA as it should be, or bare tags among the
 *  feed's own. */
export function htmlIn(element: XmlElement | undefined): Markup | undefined {
  if (!element) return undefined;
  const text = elementsOf(element).length > 0 ? innerHtml(element) : textOfXml(element);
  return text.trim() === '' ? undefined : { text, isHtml: true };
}

/** When Dublin Core says that something came out, and when it was changed. */
export function dublinDates(element: XmlElement): { published: string[]; updated: string[] } {
  return {
    published: textsIn(
      element,
      'dcterms:issued',
      'dcterms:available',
      'dc:date',
      'dcterms:created',
      'dcterms:date',
    ),
    updated: textsIn(element, 'dcterms:modified'),
  };
}

/** The authors that podcasts and Dublin Core name. */
export function dublinAuthors(element: XmlElement): string[] {
  const creators = textsIn(element, 'dc:creator', 'dcterms:creator', 'dc:author');
  return creators.length > 0 ? creators : textsIn(element, 'itunes:author', 'media:author');
}

/** The words by which podcasts and videos want to be found. */
export function keywordsIn(element: XmlElement): string[] {
  return textIn(element, 'media:keywords', 'itunes:keywords')?.split(/\s*,\s*/) ?? [];
}

/** The language that an element says of its content, in the order of how near it stands. */
export function languageIn(element: XmlElement): string | undefined {
  return element.lang ?? textIn(element, 'dc:language', 'dcterms:language', 'language');
}

/** An address with the base that its element states. One that is whole stays to the letter: it may
 *  be the story's id. */
export function resolved(address: string, base: string | undefined): string {
  const isRelative = !URL.canParse(address) && URL.canParse(address, base);
  return isRelative ? new URL(address, base).href : address;
}
