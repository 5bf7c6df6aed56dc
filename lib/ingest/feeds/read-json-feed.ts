import { isRecord } from '../front-matter.ts';
import type { Feed, FeedEntry } from './feed.ts';

type Fields = Record<string, unknown>;

/** Whether this is a JSON Feed: it says so in `version`, or has a list of items with ids and
 *  texts as one has. */
function isJsonFeed(content: unknown): content is Fields {
  if (!isRecord(content)) return false;
  if (/jsonfeed\.org\/version/i.test(String(content.version ?? ''))) return true;
  const isNamed = 'feed_url' in content || 'home_page_url' in content;
  return Array.isArray(content.items) && isNamed;
}

/** Reads JSON Feed 1.0 and 1.1. A field of a wrong kind counts as not given. */
export function readJsonFeed(content: Fields): Feed {
  const { items } = content;
  const link = textOf(content.home_page_url);
  const authors = namesIn(content);
  return {
    id: textOf(content.feed_url) ?? link ?? textOf(content.title),
    link: link ?? textOf(content.feed_url),
    lang: textOf(content.language),
    dates: [],
    entries: (Array.isArray(items) ? items : [])
      .filter(isRecord)
      .map((item) => entryOf(item, authors)),
  };
}

function entryOf(item: Fields, feedAuthors: string[]): FeedEntry {
  const html = textOf(item.content_html);
  const text = html ?? textOf(item.content_text);
  const summary = textOf(item.summary);
  const title = textOf(item.title);
  const authors = namesIn(item);
  const url = textOf(item.image) ?? textOf(item.banner_image) ?? attachedImage(item.attachments);
  return {
    id: textOf(item.id),
    link: textOf(item.url) ?? textOf(item.external_url),
    title: title ? { text: title, isHtml: false } : undefined,
    summary: summary ? { text: summary, isHtml: false } : undefined,
    content: text ? { text, isHtml: html !== undefined } : undefined,
    published: listOf(item.date_published),
    updated: listOf(item.date_modified),
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: [item.tags ?? []].flat().flatMap(listOf),
    keywords: [],
    lang: textOf(item.language),
    base: undefined,
    image: url ? { url, alt: '', caption: '', credit: '' } : undefined,
  };
}

function textOf(value: unknown): string | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  return (isText && String(value).trim()) || undefined;
}

function listOf(value: unknown): string[] {
  const text = textOf(value);
  return text ? [text] : [];
}

/** Version 1.0 has one `author`, 1.1 has `authors`. */
function namesIn({ authors, author }: Fields): string[] {
  return [authors ?? author ?? []]
    .flat()
    .flatMap((each: unknown) => listOf(isRecord(each) ? each.name : each));
}

function attachedImage(attachments: unknown): string | undefined {
  const image = [attachments ?? []]
    .flat()
    .find((each) => isRecord(each) && textOf(each.mime_type)?.startsWith('image/'));
  return isRecord(image) ? textOf(image.url) : undefined;
}

/** Looks for a JSON Feed in a text; what stands before and behind it, as a guard against scripts, is
 *  looked over. Null if there is none. */
export function findJsonFeed(text: string): Fields | null {
  const start = text.indexOf('{');
  const isLikely = /jsonfeed\.org\\?\/version|"(?:feed_url|home_page_url)"/.test(text);
  if (!isLikely || start === -1 || start > 200) return null;
  try {
    const content: unknown = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1));
    return isJsonFeed(content) ? content : null;
  } catch {
    return null;
  }
}
