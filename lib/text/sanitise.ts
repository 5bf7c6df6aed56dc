import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { dropEmpty } from './drop-empty.ts';
import { frameEmbeds } from './embeds/frame-embeds.ts';
import { linkEmbeds } from './embeds/link-embeds.ts';
import { levelHeadings } from './headings.ts';
import { isElement, parseHtml, replaceElements, writeHtml } from './html-tree.ts';
import { tidyLinks } from './links.ts';
import { makeParagraphs } from './paragraphs.ts';
import { settleLanguages } from './settle-languages.ts';
import { settlePictures } from './settle-pictures.ts';
import { finishedSchema, incomingSchema, STRIPPED } from './story-schema.ts';
import { repairTables } from './table-headers.ts';
import { frameTables, markNumbers } from './tables.ts';

const allowIncoming = unified().use(rehypeSanitize, incomingSchema).freeze();
const allowFinished = unified().use(rehypeSanitize, finishedSchema).freeze();

/** Makes HTML from outside safe. Pictures in it are left out: they must be made ours first, see
 *  lib/ingest/body.ts. */
export function sanitise(html: string, lang: string): SafeHtml {
  return finishHtml(sanitiseTree(parseHtml(html), lang), lang);
}

/** Repairs what can be told by what the allow-list takes, and takes from a tree all that is not on
 *  it. An `img` in it still names a picture that is not ours. */
export function sanitiseTree(tree: Root, lang: string): Root {
  const shown = settlePictures(linkEmbeds(settleLanguages(tree, lang), lang));
  const forReaders = replaceElements(shown, (node) => (STRIPPED.has(node.tagName) ? [] : [node]));
  const blocks = makeParagraphs(repairTables(markNumbers(forReaders)));
  return tidyLinks(allowIncoming.runSync(blocks));
}

/** Changes HTML that is safe already, as to mark places in it. It passes the allow-list once more. */
export function changeSafely(html: SafeHtml, change: (tree: Root) => Root): SafeHtml {
  return writeHtml(allowFinished.runSync(change(parseHtml(html)))) as SafeHtml;
}

/** Repairs what a machine can repair and writes the tree as HTML. It passes the allow-list once
 *  more, so that nothing done to the tree since can do harm. */
export function finishHtml(tree: Root, lang: string): SafeHtml {
  const ours = replaceElements(allowFinished.runSync(frameEmbeds(tree, lang)), (node) =>
    isElement(node, 'img', 'iframe') && !node.properties.src ? [] : [node],
  );
  const repaired = frameTables(levelHeadings(dropEmpty(ours)), lang);
  return writeHtml(repaired) as SafeHtml;
}
