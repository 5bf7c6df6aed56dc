import type { Lookup } from '../field-lookup.ts';
import { lookup } from '../field-lookup.ts';
import { isRecord } from '../front-matter.ts';
import { plainTextHtml } from '../story-html.ts';
import { nitfHtml } from './nitf.ts';
import { largestRendition } from './renditions.ts';
import type { Subject, WireItem, WirePicture } from './wire-item.ts';
import { xhtmlBody } from './xhtml-body.ts';

/** Reads an item of ninjs. Version 1 has one field for each role (`body_xhtml`), 2 has lists with
 *  roles (`bodies`), 3 has the same with capitals inside the names (`versionCreated`). */
export function ninjsItem(field: Lookup, place: string): WireItem {
  const embargo = field('embargoed');
  return {
    place,
    format: 'ninjs',
    id: textOf(field('uri')),
    status: textOf(field('pubstatus')),
    embargo: embargo === undefined ? null : textOf(embargo),
    created: textOf(field('firstcreated')) || textOf(field('contentcreated')),
    versionCreated: textOf(field('versioncreated')),
    lang: textOf(field('language')),
    headline: textOf(field('headline')) || worded(field, 'headline', 'headlines', HEADLINES),
    standfirst: worded(field, 'description', 'descriptions', SUMMARIES),
    byline: textOf(field('by', 'byline')),
    creators: [],
    dateline: textOf(field('dateline', 'located')),
    subjects: listOf(field('subjects', 'subject')).map(subjectOf),
    genres: listOf(field('genres', 'genre')).map(({ name }) => textOf(name)),
    agencies: [
      worded(field, 'description', 'descriptions', ['creditline']) || textOf(field('creditline')),
      ...listOf(field('infosources', 'infosource')).map(({ name }) => textOf(name)),
      textOf(field('copyrightholder')),
    ],
    usageTerms: textOf(field('usageterms')),
    body: bodyOf(field),
    pictures: listOf(field('associations')).flatMap(pictureOf),
  };
}

/** Roles in the order in which they are taken. `note` and its like are for editors. */
const HEADLINES = ['main', '', 'richtext', 'simple', 'text'];
const SUMMARIES = ['summary', 'abstract', 'lead', 'teaser', 'short', 'text', 'main', ''];
const CAPTIONS = ['caption', 'text', 'main', 'richtext', 'html', 'xhtml', 'lead', 'summary', ''];
const DESCRIPTIONS_FOR_ALL = ['alttext', 'alt', 'altdescription', 'extdescr'];

/** The first text of one of these roles, in the lists of ninjs 2 and 3 or the fields of ninjs 1. */
function worded(field: Lookup, one: string, many: string, roles: string[]): string {
  const list = listOf(field(many));
  for (const role of roles) {
    const entry = list.find((each) => textOf(each.role).toLowerCase() === role);
    const words = textOf(entry?.value) || textOf(field(one + role));
    if (words) return words;
  }
  return '';
}

type Body = { words: string; type: string };

/** HTML before NITF before plain text. */
function bodyOf(field: Lookup): string {
  const bodies: Body[] = listOf(field('bodies')).map(
    ({ value, contenttype, contentType, role }) => ({
      words: textOf(value),
      type: `${textOf(contenttype) || textOf(contentType)} ${textOf(role)}`,
    }),
  );
  for (const role of ['xhtml', 'html', 'html5', 'richtext', 'nitf', 'main', 'text']) {
    const words = textOf(field(`body${role}`));
    if (words) bodies.push({ words, type: role });
  }
  const given = bodies.filter(({ words }) => words.trim() !== '');
  const html = given.find(({ words, type }) => /html|rich/i.test(type) && isMarkup(words));
  if (html) return xhtmlBody(html.words);
  const nitf = given.find(({ words }) => /<(?:nitf|body\.content)\b/.test(words));
  if (nitf) return nitfHtml(nitf.words);
  const [first] = given.filter(({ type }) => !/xml/i.test(type));
  if (!first) return '';
  return isMarkup(first.words) ? xhtmlBody(first.words) : plainTextHtml(first.words);
}

function isMarkup(words: string): boolean {
  return /<\/?(?:p|br|h\d|div|section|article|ul|ol|table|body|html|a|em|strong|b|i)\b[^>]*>/i.test(
    words,
  );
}

function subjectOf(subject: Record<string, unknown>): Subject {
  const { name, uri, code, literal } = subject;
  const broader = [
    uri,
    code,
    literal,
    ...listOf(subject.broader).map((each) => each.uri ?? each.code),
  ];
  return { name: textOf(name), codes: broader.map(textOf).filter(Boolean) };
}

function pictureOf(association: Record<string, unknown>): WirePicture[] {
  const field = lookup(association);
  const type = textOf(field('type'));
  if (type !== '' && type !== 'picture' && type !== 'graphic') return [];
  const renditions = listOf(field('renditions')).map((fields) => {
    const part = lookup(fields);
    return {
      href: textOf(part('href')),
      type: textOf(part('contenttype', 'mimetype')),
      width: Number(part('width') ?? 0),
      height: Number(part('height') ?? 0),
      bytes: Number(part('sizeinbytes') ?? 0),
      name: `${textOf(part('name'))} ${textOf(part('title'))}`,
    };
  });
  const url = largestRendition(renditions);
  if (!url) return [];
  const credit = worded(field, 'description', 'descriptions', ['creditline']);
  return [
    {
      url,
      alt: worded(field, 'description', 'descriptions', DESCRIPTIONS_FOR_ALL),
      caption: worded(field, 'description', 'descriptions', CAPTIONS),
      credit: credit || textOf(field('creditline', 'by', 'byline', 'copyrightholder')),
      headline: textOf(field('headline')) || worded(field, 'headline', 'headlines', HEADLINES),
    },
  ];
}

/** A list of objects, or an object of them by name, as ninjs 1 has it. */
function listOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  return isRecord(value) ? Object.values(value).filter(isRecord) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
