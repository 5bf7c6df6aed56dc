import { type Lookup, lookup } from '../field-lookup.ts';
import { isRecord } from '../front-matter.ts';
import type { ReadDefaults, Reading, SourceDocument } from '../reading.ts';
import { ninjsItem } from './ninjs-item.ts';
import { readItem } from './wire-story.ts';

/** Whether this is ninjs, one item or a list: an item is named by its `uri`. */
export function isNinjs(content: unknown): boolean {
  const [first]: unknown[] = itemsIn(content);
  if (!isRecord(first) || 'sourceId' in first) return false;
  return typeof first.uri === 'string' && first.uri.trim() !== '';
}

/** Reads IPTC ninjs 1, 2 and 3: one item, or a list of them. */
export function readNinjs(
  content: unknown,
  document: SourceDocument,
  defaults: ReadDefaults,
): Reading[] {
  const items = itemsIn(content);
  return items.map((fields, index) => {
    const place = items[0] === content ? document.place : `${document.place}, item ${index + 1}`;
    if (!isRecord(fields)) return { place, outcome: 'failed', reason: 'It is not a ninjs item.' };
    const field = lookup(fields);
    const item = ninjsItem(field, place);
    const kind = otherKind(field);
    // An agency may take back whatever it sent.
    if (kind && !/^cancell?ed$/i.test(item.status)) {
      const detail = 'Only “text” and “composite” are stories.';
      const reason = `It is ${kind}, not a story.`;
      return { place, outcome: 'failed', reason, fields: [{ path: ['type'], detail }] };
    }
    return inNinjsNames(readItem(item, document.pictures, defaults));
  });
}

/** What ninjs 3 calls the fields of a story. */
const NAMES: Record<string, string> = {
  sourceId: 'uri',
  lang: 'language',
  headline: 'headlines',
  published: 'versionCreated',
  body: 'bodies',
  topics: 'subjects',
  authors: 'by',
  dateline: 'located',
  image: 'associations',
};

function inNinjsNames(reading: Reading): Reading {
  if (!('fields' in reading) || !reading.fields) return reading;
  const fields = reading.fields.map(({ path: [field = ''], detail }) => ({
    path: [NAMES[field] ?? field],
    detail,
  }));
  return { ...reading, fields };
}

function itemsIn(content: unknown): unknown[] {
  if (Array.isArray(content)) return content;
  if (isRecord(content) && Array.isArray(content.items) && !('uri' in content)) {
    return content.items;
  }
  return [content];
}

/** Text may come as a composite, together with its pictures. */
function otherKind(field: Lookup): string | null {
  const type = field('type');
  if (type === undefined || type === 'text' || type === 'composite') return null;
  return KINDS[String(type)] ?? `of the type “${String(type)}”`;
}

const KINDS: Record<string, string> = {
  picture: 'a picture',
  graphic: 'a graphic',
  video: 'a video',
  audio: 'a recording',
  event: 'an event',
  planning: 'a plan of coverage',
  component: 'a part of a story',
};
