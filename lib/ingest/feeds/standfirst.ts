import { excerptOf } from '#lib/text/excerpt.ts';

/** What the article JSON allows. */
const LONGEST_STANDFIRST = 1000;

/** Many feeds give the first words of the text as its summary. Who listens would hear them twice. */
export function standfirstOf(summary: string, words: string, lang: string): string | undefined {
  const compared = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const start = compared(summary.replace(/(?:\[?(?:…|\.\.\.)\]?|\[…\])\s*.{0,40}$/u, ''));
  if (start === '' || compared(words).startsWith(start)) return undefined;
  return excerptOf(summary, lang, LONGEST_STANDFIRST - 1);
}
