import { articleInputSchema } from '#lib/model/article-input.ts';
import { excerptOf } from '#lib/text/excerpt.ts';
import {
  isBlank,
  isElement,
  lineOf,
  parseHtml,
  replaceElements,
  writeHtml,
} from '#lib/text/html-tree.ts';
import { slugOf } from '#lib/text/slug.ts';
import { splitByline } from '../byline.ts';
import { instantOf } from '../dates.ts';
import { fieldProblems, problemOf } from '../input-problems.ts';
import { languageCodeOf } from '../languages.ts';
import type { PictureBase } from '../picture-source.ts';
import { plainField } from '../plain-field.ts';
import { readSafely } from '../read-safely.ts';
import type { ReadDefaults, Reading } from '../reading.ts';
import { figureHtml } from '../story-html.ts';
import { sectionOfSubjects } from './media-topics.ts';
import type { WireItem, WirePicture } from './wire-item.ts';
import { refuseByRule } from './wire-rules.ts';

const FIELD_NAMES = {
  sourceId: 'name of its own (“uri” in ninjs, “guid” in NewsML-G2)',
  published: 'date (“versioncreated” or “firstcreated”)',
  body: 'text',
};

const LONGEST_STANDFIRST = 1000;

/** Takes an item of a wire as a story, by the wire's rules, or says why not. */
export function readItem(item: WireItem, pictures: PictureBase, defaults: ReadDefaults): Reading {
  return readSafely(item.place, () => storyOf(item, pictures, defaults));
}

function storyOf(item: WireItem, pictures: PictureBase, defaults: ReadDefaults): Reading {
  const { place } = item;
  const refusal = refuseByRule(item);
  if (refusal) return refusal;
  const lang = languageCodeOf(item.lang || defaults.lang || defaults.edition);
  const agencies = distinct(item.agencies.map(plainField));
  const [first, ...others] = item.pictures;
  const published = instantOf(item.created) ?? instantOf(item.versionCreated);
  const updated = instantOf(item.versionCreated);
  const parts = partSummary(item);
  const body = bodyOf({ ...item, body: parts.body }, others);
  const input = {
    sourceId: item.id.trim() || undefined,
    lang,
    headline: plainField(item.headline) || undefined,
    standfirst: parts.standfirst || undefined,
    section: defaults.section ?? sectionOfSubjects(item.subjects, item.genres) ?? 'news',
    topics: distinct(item.subjects.map(({ name }) => plainField(name)))
      .filter((name) => name.length > 2 && name.length <= 80)
      .slice(0, 30),
    dateline: datelineOf(item.dateline) || undefined,
    authors: authorsOf(item, agencies),
    agencies: agencies.slice(0, 20),
    published: published ?? undefined,
    updated: updated && published && updated > published ? updated : undefined,
    embargoedUntil: item.embargo === null ? undefined : (instantOf(item.embargo) ?? undefined),
    image: first && imageOf(first, item),
    body: body || undefined,
  };
  if (!body && input.headline && published) {
    const fields = [{ path: ['body'], detail: 'It is missing. Every story needs a text.' }];
    return { place, outcome: 'failed', reason: 'It has no text.', fields };
  }
  const parsed = articleInputSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error);
    return { place, outcome: 'failed', reason: problemOf(parsed.error, FIELD_NAMES), fields };
  }
  const terms = plainField(item.usageTerms).replace(/^none$/i, '');
  const warnings = terms ? [`Its sender’s terms of use, which readers don’t see: ${terms}`] : [];
  const origin = `wire:${item.format}` as const;
  return { place, input: parsed.data, pictures, warnings, isVersioned: true, origin };
}

/** The text, and below it the pictures that are not shown above it or inside it. */
function bodyOf(item: WireItem, others: WirePicture[]): string {
  if (isBlank(parseHtml(item.body).children)) return '';
  const missing = others.filter(({ url }) => !item.body.includes(url));
  return [item.body.trim(), ...missing.map((each) => figureHtml(imageOf(each, item)))].join('');
}

/** Wires have captions, and seldom a description for those who can't see the picture. The picture's
 *  own headline says in a few words what it shows. */
function imageOf(picture: WirePicture, { headline }: WireItem) {
  const { url, alt, caption, credit } = picture;
  const ownHeadline = picture.headline === headline ? '' : picture.headline;
  return {
    url,
    alt: plainField(alt) || plainField(ownHeadline),
    caption: plainField(caption),
    credit: plainField(credit),
  };
}

/** Some agencies send the summary as the first paragraph too; it is told once. Others send the
 *  beginning of the text as its summary, which says nothing new. */
function partSummary({ standfirst, body }: WireItem): { standfirst: string; body: string } {
  const words = plainField(standfirst);
  const tree = parseHtml(body);
  if (words === '' || !lineOf(tree).includes(words.slice(0, 200))) {
    return { standfirst: excerptOf(words, 'en', LONGEST_STANDFIRST - 1), body };
  }
  let isFound = false;
  const rest = replaceElements(tree, (node) => {
    if (isFound || !isElement(node, 'p') || plainField(lineOf(node)) !== words) return [node];
    isFound = true;
    return [];
  });
  if (!isFound || isBlank(rest.children)) return { standfirst: '', body };
  return { standfirst: words, body: writeHtml(rest) };
}

/** The dateline without the agency, which is credited elsewhere: “Berlin (dpa) - ”. */
function datelineOf(dateline: string): string {
  return plainField(dateline)
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(/[\s–—-]+$/u, '')
    .trim();
}

/** The persons of a byline. An agency in it is credited as one. */
function authorsOf({ byline, creators }: WireItem, agencies: string[]) {
  const line = plainField(byline).replace(/^(?:von|av|af|par|por|door)\s+/iu, '');
  const names = line ? splitByline(line) : creators.map((name) => ({ name: plainField(name) }));
  const taken = new Set(agencies.map((agency) => slugOf(agency)));
  return names
    .filter(({ name }) => name && !taken.has(slugOf(name)) && !isLogin(name))
    .slice(0, 30);
}

/** `tholl.gregor` is how a newsroom's system calls a person. */
function isLogin(name: string): boolean {
  return /^[a-z0-9]+(?:[._][a-z0-9]+)+$/.test(name);
}

function distinct(names: string[]): string[] {
  const bySlug = new Map<string, string>();
  for (const name of names) if (!bySlug.has(slugOf(name))) bySlug.set(slugOf(name), name);
  bySlug.delete('');
  return [...bySlug.values()];
}
