import { splitByline } from './byline.ts';
import { instantOf } from './dates.ts';
import type { Lookup } from './field-lookup.ts';
import { isRecord } from './front-matter.ts';
import { languageCodeOf } from './languages.ts';
import { imageOf, leadImage } from './lead-image.ts';
import { plainField, plainFields } from './plain-field.ts';
import type { ReadDefaults } from './reading.ts';
import { sortCategories } from './sections.ts';

/** What a file's name says: Jekyll's begin with the date. */
export type FileFacts = { slug: string; date: string | undefined };

/** Front matter as article input: Lede's own names, else those that static-site newsrooms use.
 *  Values keep their faults; the schema finds them. */
export function storyFields(
  field: Lookup,
  file: FileFacts,
  defaults: ReadDefaults,
): Record<string, unknown> {
  const given = plainField(field('lang', 'language', 'locale'));
  const lang = languageCodeOf(given || defaults.lang || defaults.edition);
  const slug = plainField(field('slug')) || slugOfPermalink(field('permalink')) || file.slug;
  const { section, topics } = subjectsOf(field);
  return {
    sourceId: plainField(field('sourceid')) || `markdown:${lang}/${slug}`,
    lang,
    slug,
    headline: plainField(field('headline', 'title')) || undefined,
    standfirst: standfirstOf(field) || undefined,
    section: section || defaults.section || 'news',
    topics,
    dateline: plainField(field('dateline')) || placeOfReport(field, lang),
    authors: authorsOf(field),
    agencies: plainFields(field('agencies', 'agency'), /\s*,\s*/),
    published: dateOf(field('published', 'date', 'publishdate', 'publishedat')) ?? file.date,
    updated: dateOf(field('updated', 'lastmod', 'lastmodifiedat', 'modified', 'updatedat')),
    embargoedUntil: dateOf(field('embargoeduntil', 'embargo')),
    image: leadImage(field),
    corrections: [field('corrections') ?? []].flat().map(correctionOf),
  };
}

/** What cannot be read as a date is left as it stands. */
function dateOf(value: unknown): string | undefined {
  const text = plainDate(value);
  return text === undefined ? undefined : (instantOf(text) ?? text);
}

function plainDate(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

function slugOfPermalink(permalink: unknown): string {
  const path = typeof permalink === 'string' && !permalink.includes(':') ? permalink : '';
  return (
    path
      .replace(/\.html?$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? ''
  );
}

function subjectsOf(field: Lookup): { section?: string; topics: string[] } {
  const parts = plainFields(field('categories'), /\s+/).concat(plainFields(field('category')));
  const sorted = sortCategories(parts);
  const tags = field('topics', 'tags', 'keywords');
  const topics = [
    ...plainFields(tags, String(tags).includes(',') ? /\s*,\s*/ : /\s+/),
    ...plainFields(field('topic', 'tag')),
    ...sorted.topics,
  ];
  const section = plainField(field('section')) || sorted.section;
  return { topics: [...new Set(topics)], ...(section ? { section } : {}) };
}

function standfirstOf(field: Lookup): string {
  const names = ['standfirst', 'summary', 'description', 'lede', 'excerpt', 'dek', 'subtitle'];
  const text = names.map((name) => plainField(field(name))).find(Boolean);
  return (
    text ??
    personFields(field)
      .concat(plainField(field('location')))
      .filter(Boolean)
      .join(', ')
  );
}

/** Who speaks, where a post is one person's quotation. */
function personFields(field: Lookup): string[] {
  return [field('occupation'), field('age')].map(plainField).filter(Boolean);
}

/** A location may stand in for the dateline, unless it tells where a person lives, is a whole postal
 *  address, or is only a name for a map, in another script than the story. */
function placeOfReport(field: Lookup, lang: string): string | undefined {
  const place = plainField(field('location'));
  const scripts: Record<string, RegExp> = { fa: /\p{Script=Arabic}/u, km: /\p{Script=Khmer}/u };
  const isOfStory = (scripts[lang] ?? /\p{Script=Latin}/u).test(place);
  const isPerson = personFields(field).length > 0;
  return place && isOfStory && !isPerson && place.length <= 60 ? place : undefined;
}

function authorsOf(field: Lookup): unknown[] {
  const value = field('authors', 'author', 'byline');
  if (typeof value === 'string') return splitByline(plainField(value));
  return [value ?? []].flat().map((author: unknown) => {
    if (!isRecord(author)) return { name: plainField(author) };
    const image = imageOf(author.image);
    const description = plainField(author.description ?? author.bio ?? author.role);
    return {
      name: plainField(author.name),
      ...(description ? { description } : {}),
      ...(image ? { image } : {}),
    };
  });
}

function correctionOf(correction: unknown): unknown {
  if (!isRecord(correction)) return correction;
  return { at: dateOf(correction.at ?? correction.date), text: plainField(correction.text) };
}
