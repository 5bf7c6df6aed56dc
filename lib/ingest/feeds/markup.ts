import { decodeHTMLStrict, escapeText } from 'entities';
import { toText } from 'hast-util-to-text';
import { parseHtml } from '#lib/text/html-tree.ts';
import type { Markup } from './feed.ts';

/** Elements that stand in titles and summaries. Whatever else is in angle brackets, as in
 *  “List<String>”, was meant as it stands. */
const TAG =
  /<(?:\/?(?:a|abbr|article|b|big|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|figure|figcaption|font|form|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|object|ol|p|picture|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul|video|wbr)(?=[\s/>])|!--)/i;

/** The words of a text in one line. Entities are decoded once: what “&amp;lt;” stands for in HTML
 *  is “&lt;”, which a reader sees as it is. */
export function lineOfMarkup(markup: Markup | undefined): string {
  return wordsOf(markup).replace(/\s+/gu, ' ').trim();
}

/** A text as HTML. Words without markup become paragraphs where a line is empty. */
export function htmlOfMarkup(markup: Markup | undefined): string {
  if (!markup?.text.trim()) return '';
  if (markup.isHtml && TAG.test(markup.text)) return markup.text.trim();
  return wordsOf(markup)
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('\n');
}

function wordsOf(markup: Markup | undefined): string {
  if (!markup) return '';
  if (!markup.isHtml) return markup.text;
  return TAG.test(markup.text) ? toText(parseHtml(markup.text)) : decodeHTMLStrict(markup.text);
}
