import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { dropEmpty } from './drop-empty.ts';
import { levelHeadings } from './headings.ts';
import { parseHtml, replaceElements, writeHtml } from './html-tree.ts';
import { tidyLinks } from './links.ts';
import { makeParagraphs } from './paragraphs.ts';
import { finishedSchema, incomingSchema, STRIPPED } from './story-schema.ts';
import { frameTables, markNumbers } from './tables.ts';

const allowIncoming = unified().use(rehypeSanitize, incomingSchema).freeze();
const allowFinished = unified().use(rehypeSanitize, finishedSchema).freeze();

/** Makes HTML from outside safe. Pictures in it are left out: they must be made ours first, see
 *  lib/ingest/body.ts. */
export function sanitise(html: string, lang: string): SafeHtml {
  return finishHtml(sanitiseTree(parseHtml(html)), lang);
}

/** Takes from a tree all that is not on the allow-list. An `img` in it still names a picture that
 *  is not ours. */
export function sanitiseTree(tree: Root): Root {
  const forReaders = replaceElements(tree, (node) => (STRIPPED.has(node.tagName) ? [] : [node]));
  return tidyLinks(allowIncoming.runSync(markNumbers(makeParagraphs(forReaders))));
}

/** Repairs what a machine can repair and writes the tree as HTML. It passes the allow-list once
 *  more, so that nothing done to the tree since can do harm. */
export function finishHtml(tree: Root, lang: string): SafeHtml {
  const ours = replaceElements(allowFinished.runSync(tree), (node) =>
    node.tagName === 'img' && !node.properties.src ? [] : [node],
  );
  const repaired = frameTables(levelHeadings(dropEmpty(ours)), lang);
  return writeHtml(repaired) as SafeHtml;
}
