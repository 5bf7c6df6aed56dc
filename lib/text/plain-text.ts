import { toText } from 'hast-util-to-text';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { parseHtml } from './html-tree.ts';

/** The words of a story without its markup. Paragraphs, list items, captions and the like stand in
 *  lines of their own, so that no word runs into the next. */
export function plainText(html: SafeHtml): string {
  return toText(parseHtml(html))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n')
    .trim();
}
