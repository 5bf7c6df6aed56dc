import { toString as textOf } from 'hast-util-to-string';
import { parseHtml } from '#lib/text/html-tree.ts';
import { withPrintedDashes } from '#lib/text/typographic-dashes.ts';
import { withoutPlaceholders } from './liquid.ts';

/** A value from front matter as words for a reader, in one line: without HTML, without what a
 *  template left in it. Empty if it is no text. */
export function plainField(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = withoutPlaceholders(String(value));
  const words = /[<&]/.test(text) ? textOf(parseHtml(text)) : text;
  return withPrintedDashes(words)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\u200b]+|[\s\u200b]+$/gu, '');
}

/** A list of such values. A text is one value, or several parted by `separator`. */
export function plainFields(value: unknown, separator?: RegExp): string[] {
  const values = typeof value === 'string' && separator ? value.split(separator) : [value].flat();
  return values.map(plainField).filter(Boolean);
}
