import { readFeed } from './feeds/read-feed.ts';
import { findJsonFeed, readJsonFeed } from './feeds/read-json-feed.ts';
import { readPage } from './full-text/page-story.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { findXml, readXml, WEB_PAGE } from './read-xml.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';

/** Reads the stories of a document in whichever format it is. The content decides, not the name:
 *  newsrooms send JSON in `.txt` and Markdown in `.html`. */
export function readDocument(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const readings = readByContent(document, defaults);
  const [reading] = readings;
  const isPage = reading && 'reason' in reading && reading.reason === WEB_PAGE;
  return isPage && defaults.fullText ? [readPage(document, defaults)] : readings;
}

function readByContent(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const { place, text } = document;
  const start = text.slice(0, 2000).trimStart();
  if (start === '' && text.trim() === '') {
    return [{ place, outcome: 'failed', reason: 'It is empty.' }];
  }
  const jsonFeed = findJsonFeed(text);
  if (jsonFeed) return readFeed(readJsonFeed(jsonFeed), document, defaults);
  if (/^(?:\[\s*[[{"\]]|\{\s*["}])/.test(start)) return readJson(document, defaults);
  const xml = findXml(text);
  if (xml) return readXml({ ...document, text: xml }, defaults);
  if (start.startsWith('<') && !start.startsWith('<!--')) {
    return [{ place, outcome: 'failed', reason: WEB_PAGE }];
  }
  return readMarkdown(document, defaults);
}
