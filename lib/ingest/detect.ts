import { readArticleJson } from './read-article-json.ts';
import { readMarkdown } from './read-markdown.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';

/** Reads the stories of a document in whichever format it is. The content decides, not the name:
 *  newsrooms send JSON in `.txt` and Markdown in `.html`. */
export function readDocument(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const { place, text } = document;
  const start = text.slice(0, 2000).trimStart();
  if (start === '' && text.trim() === '') {
    return [{ place, outcome: 'failed', reason: 'It is empty.' }];
  }
  if (/^(?:\[\s*[[{"\]]|\{\s*["}])/.test(start)) return readArticleJson(document, defaults);
  if (start.startsWith('<') && !start.startsWith('<!--')) {
    const reason = /^<(?:\?xml|rss|feed)/i.test(start)
      ? 'It is XML. Lede reads Markdown with front matter and its own article JSON.'
      : 'It is a web page, not a story: Lede reads HTML below front matter, the lines between “---” and “---” that give a title and a date.';
    return [{ place, outcome: 'failed', reason }];
  }
  return readMarkdown(document, defaults);
}
