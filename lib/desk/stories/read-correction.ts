import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Fields } from '../forms.ts';

/** As long as the article JSON takes it. */
export const LONGEST_NOTE = 2000;

/** What readers are to be told: null where it is only a typing error, undefined where nothing is said. */
export function readNote(fields: Fields): string | null | undefined {
  const note = unixLines(fields.get('note') ?? '').trim();
  if (note !== '') return note;
  return fields.get('typo') === 'yes' ? null : undefined;
}

/** What a story was made from, with what was typed. What was left as it was stays so to the letter:
 *  browsers send the ends of lines in their own way (HTML, 4.10.21.8). */
export function changeTexts(before: ArticleInput, fields: Fields): ArticleInput {
  const typed = (field: string, was: string) => {
    const given = unixLines(fields.get(field) ?? '');
    return given.trim() === unixLines(was).trim() ? was : given;
  };
  const { standfirst: _, ...rest } = before;
  const standfirst = typed('standfirst', before.standfirst ?? '').trim();
  const field = before.body === undefined ? 'bodyMarkdown' : 'body';
  return {
    ...rest,
    headline: typed('headline', before.headline).trim(),
    ...(standfirst === '' ? {} : { standfirst }),
    [field]: typed('text', before[field] ?? ''),
  };
}

function unixLines(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n');
}
