import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toText } from 'hast-util-to-text';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { authorNames } from '#lib/ingest/feeds/authors.ts';
import { feedInstant } from '#lib/ingest/feeds/dates.ts';
import type { Feed, FeedEntry } from '#lib/ingest/feeds/feed.ts';
import { htmlOfMarkup, lineOfMarkup } from '#lib/ingest/feeds/markup.ts';
import { readAtom } from '#lib/ingest/feeds/read-atom.ts';
import { readRss } from '#lib/ingest/feeds/read-rss.ts';
import { findXml } from '#lib/ingest/read-xml.ts';
import { parseXml } from '#lib/ingest/xml-tree.ts';
import { parseHtml } from '#lib/text/html-tree.ts';

/** What another reader of feeds makes of one, as its tests hold it. Both that we compare with write
 *  fields as a text, or as an object with the text in it. */
type Theirs = Record<string, unknown>;

export type Comparison = { field: string; ours: unknown; theirs: unknown; isSame: boolean };

/** Feeds below a folder that have a `.json` of the same name beside them. */
export function feedsWithExpectation(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml') && existsSync(expectationOf(folder, file)))
    .sort();
}

/** Compares what we read in a feed, field by field, with what the other reader found in it. */
export function compareFeed(folder: string, file: string): Comparison[] {
  const xml = findXml(decodeText(readFileSync(path.join(folder, file))) ?? '');
  const root = xml === null ? null : parseXml(xml);
  const theirs = expected(expectationOf(folder, file));
  if (!root || !theirs) return [];
  const ours: Feed = /feed|entry/.test(root.name) ? readAtom(root) : readRss(root);
  const entries = listOf(theirs.items ?? theirs.entries);
  return [
    compared('language', ours.lang, theirs.language),
    compared('number of entries', ours.entries.length, entries.length),
    ...entries.flatMap((entry, index) => {
      const our = ours.entries[index];
      return our ? compareEntry(our, entry) : [];
    }),
  ].filter((comparison) => comparison !== null);
}

function compareEntry(our: FeedEntry, their: Theirs): (Comparison | null)[] {
  const links = [their.links ?? []].flat();
  const link = their.link ?? links.find((each) => typeof each === 'string' || isPage(each));
  const authors = listOf(their.authors ?? their.author ?? []);
  return [
    compared('title', lineOfMarkup(our.title), ...textsOf(their.title)),
    compared('link', our.link, textOf(link, 'href')),
    compared('id', our.id ?? our.link, textOf(their.id ?? their.guid)),
    compared(
      'published',
      instantIn(our.published),
      instantOf(their.publishedParsed ?? their.pubDateParsed ?? their.pubDate ?? their.published),
    ),
    compared('updated', instantIn(our.updated), instantOf(their.updatedParsed ?? their.updated)),
    compared(
      'authors',
      our.authors.flatMap(authorNames).join(', '),
      authors.length > 0
        ? authors.flatMap((each) => authorNames(textOf(each, 'name') ?? '')).join(', ')
        : undefined,
    ),
    compared('content', linesOf(htmlOfMarkup(our.content)), ...textsOf(their.content)),
    compared('summary', lineOfMarkup(our.summary), ...textsOf(their.description ?? their.summary)),
  ];
}

function compared(field: string, ours: unknown, ...theirs: unknown[]): Comparison | null {
  const [first] = theirs;
  if (first === undefined) return null;
  return { field, ours, theirs: first, isSame: theirs.includes(ours) };
}

/** A text as it stands, or, where it is HTML, its words. */
function textsOf(value: unknown): string[] {
  const text = textOf(value);
  return text === undefined ? [] : [inLine(text), linesOf(text)];
}

function textOf(value: unknown, name = 'value'): string | undefined {
  const text = typeof value === 'object' && value ? (value as Theirs)[name] : value;
  return typeof text === 'string' ? text : undefined;
}

function linesOf(html: string): string {
  return inLine(toText(parseHtml(html)));
}

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isPage(link: unknown): boolean {
  const { rel = 'alternate' } = link as Theirs;
  return rel === 'alternate';
}

function instantIn(dates: string[]): string | undefined {
  return dates.map(feedInstant).find((instant) => instant !== null) ?? 'none';
}

function instantOf(date: unknown): string | undefined {
  const instant = new Date(String(date ?? ''));
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function listOf(value: unknown): Theirs[] {
  return Array.isArray(value) ? value : value ? [value as Theirs] : [];
}

function expectationOf(folder: string, file: string): string {
  return path.join(folder, file.replace(/xml$/, 'json'));
}

function expected(file: string): Theirs | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // One of them tests that its reader stands broken JSON.
    return null;
  }
}
