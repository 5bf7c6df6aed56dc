import { plainTextHtml } from '../story-html.ts';
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
import { findElement, nitfBody, nitfByline } from './nitf.ts';
import { largestRendition } from './renditions.ts';
import type { Subject, WireItem, WirePicture } from './wire-item.ts';
import { xhtmlBody } from './xhtml-body.ts';

/** The kind of an item: `text`, `picture`, `video`. */
export function itemClass(item: XmlElement): string {
  return codeOf(childOf(childOf(item, 'itemmeta'), 'itemclass')) || 'text';
}

/** The items that an item says it belongs with. */
export function linksOf(item: XmlElement): string[] {
  const links = childrenOf(childOf(item, 'itemmeta') ?? item, 'link');
  return links
    .map(({ attributes }) => attributes.residref ?? attributes.href ?? '')
    .filter(Boolean);
}

/** Reads a newsItem of NewsML-G2. */
export function newsmlItem(item: XmlElement, place: string): WireItem {
  const management = childOf(item, 'itemmeta');
  const content = childOf(item, 'contentmeta');
  const rights = childOf(item, 'rightsinfo');
  const embargoes = [childOf(management, 'embargoed'), childOf(content, 'embargoed')];
  const embargo = embargoes.find((each) => each !== undefined);
  const lang = childOf(content, 'language')?.attributes.tag ?? item.lang ?? '';
  const subjects = content ? childrenOf(content, 'subject') : [];
  return {
    place,
    format: 'newsml',
    id: item.attributes.guid ?? '',
    status: codeOf(childOf(management, 'pubstatus')),
    embargo: embargo ? textOfXml(embargo).trim() : null,
    created: textIn(management, 'firstcreated') ?? textIn(content, 'contentcreated') ?? '',
    versionCreated: textIn(management, 'versioncreated') ?? '',
    lang,
    headline: headlineOf(content),
    standfirst: described(content, /summary|teaser|abstract|lead|standfirst/i),
    byline: textIn(content, 'by') ?? nitfByline(item),
    creators: namesOf(content, 'creator', lang),
    dateline: textIn(content, 'dateline') ?? namesOf(content, 'located', lang)[0] ?? '',
    subjects: subjects.map((subject) => subjectOf(subject, lang)),
    genres: namesOf(content, 'genre', lang),
    agencies: [
      ...textsIn(content, 'creditline'),
      ...namesOf(content, 'infosource', lang),
      ...namesOf(rights, 'copyrightholder', lang),
      ...namesOf(management, 'provider', lang).slice(0, 1),
    ],
    usageTerms: textIn(rights, 'usageterms') ?? '',
    body: bodyOf(item),
    pictures: [],
  };
}

/** Reads a picture item; null if it comes in no size that can be shown. */
export function newsmlPicture(item: XmlElement): WirePicture | null {
  const content = childOf(item, 'contentmeta');
  const set = childOf(item, 'contentset');
  const renditions = (set ? childrenOf(set, 'remotecontent') : []).map(({ attributes }) => ({
    href: attributes.href ?? '',
    type: attributes.contenttype ?? '',
    width: Number(attributes.width) || 0,
    height: Number(attributes.height) || 0,
    bytes: Number(attributes.size) || 0,
    name: attributes.rendition ?? '',
  }));
  const url = largestRendition(renditions);
  if (!url) return null;
  return {
    url,
    alt: described(content, /alt/i),
    caption: described(content, /caption$/i) || described(content, /.*/),
    credit: textIn(content, 'creditline') ?? namesOf(content, 'creator', '')[0] ?? '',
    headline: headlineOf(content),
  };
}

/** Of several headlines the one of the highest rank; others are kickers and short forms. */
function headlineOf(content: XmlElement | undefined): string {
  const headlines = content ? childrenOf(content, 'headline') : [];
  const rank = ({ attributes }: XmlElement) => Number(attributes.rank ?? 1);
  const [first] = headlines.toSorted((a, b) => rank(a) - rank(b));
  return first ? textOfXml(first).trim() : '';
}

function described(content: XmlElement | undefined, role: RegExp): string {
  const found = (content ? childrenOf(content, 'description') : []).find(
    ({ attributes }) => role.test(attributes.role ?? '') && !/note/i.test(attributes.role ?? ''),
  );
  return found ? textOfXml(found).trim() : '';
}

function subjectOf(subject: XmlElement, lang: string): Subject {
  const concept = childOf(subject, 'mainconcept') ?? subject;
  const related = [concept, ...childrenOf(concept, 'broader', 'sameas')];
  return {
    name: nameOf(concept, lang),
    codes: related
      .map(({ attributes }) => attributes.qcode ?? attributes.uri ?? '')
      .filter(Boolean),
  };
}

function namesOf(parent: XmlElement | undefined, name: string, lang: string): string[] {
  return (parent ? childrenOf(parent, name) : []).map((each) => nameOf(each, lang)).filter(Boolean);
}

/** The name in the language of the story, if there is one. */
function nameOf(concept: XmlElement, lang: string): string {
  const names = childrenOf(concept, 'name');
  const [primary = ''] = lang.split('-');
  const own = names.find((name) => name.attributes['xml:lang']?.split('-')[0] === primary);
  const found = own ?? names[0];
  return found ? textOfXml(found).trim() : '';
}

/** XHTML before NITF before plain text. */
function bodyOf(item: XmlElement): string {
  const set = childOf(item, 'contentset');
  if (!set) return '';
  const inline = childrenOf(set, 'inlinexml');
  for (const content of inline) {
    const body = findElement(content, 'xhtml:body') ?? findElement(content, 'xhtml:html');
    if (body) return xhtmlBody(innerHtml(body));
  }
  for (const content of inline) {
    if (findElement(content, 'body.content')) return nitfBody(content);
    const html = findElement(content, 'html');
    if (html) return xhtmlBody(innerHtml(findElement(html, 'body') ?? html));
    const isHtml = elementsOf(content).some(({ name }) =>
      /^(?:xhtml:)?(?:p|div|section|article)$/.test(name),
    );
    if (isHtml) return xhtmlBody(innerHtml(content));
  }
  const [data] = childrenOf(set, 'inlinedata');
  if (!data) return '';
  const words = textOfXml(data);
  return /html/i.test(data.attributes.contenttype ?? '') ? xhtmlBody(words) : plainTextHtml(words);
}

/** `usable` of `stat:usable`, or of an address that ends in it. */
function codeOf(element: XmlElement | undefined): string {
  const code = element?.attributes.qcode ?? element?.attributes.uri ?? '';
  return code.split(/[:/]/).at(-1) ?? '';
}
