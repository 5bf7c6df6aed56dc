import { readDocument } from '#lib/ingest/detect.ts';
import { type FoundStory, isStory, type ReadDefaults, type Reading } from '#lib/ingest/reading.ts';

/** Reads a text as a file that nothing else is known of. */
export function read(text: string, defaults: Partial<ReadDefaults> = {}): Reading[] {
  const document = { place: 'feed.xml', fileName: 'feed.xml', text, pictures: null };
  return readDocument(document, { edition: 'en', ...defaults });
}

/** The one story of a text. */
export function onlyStory(text: string, defaults: Partial<ReadDefaults> = {}): FoundStory {
  const [reading, ...others] = read(text, defaults);
  if (!reading || !isStory(reading) || others.length > 0) {
    throw new Error(`Not one story, but ${JSON.stringify([reading, ...others])}.`);
  }
  return reading;
}

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"';

/** RSS 2.0 with one item, and before it what the channel says of itself. */
export function rssItem(inItem: string, inChannel = ''): string {
  return `<rss version="2.0" ${NAMESPACES}><channel>${inChannel}<item>${inItem}</item></channel></rss>`;
}

/** Atom 1.0 with one entry. */
export function atomEntry(inEntry: string, inFeed = '', attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inFeed}<entry>${inEntry}</entry></feed>`;
}
