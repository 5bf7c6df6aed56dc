/** None of the telltale words is near as long, and what is compared differs before. */
const LONGEST = 1000;

/** Words in the form in which the lists of telltale words hold them: one line, lower case, without
 *  marks and arrows around them. */
export function foldWords(words: string): string {
  return words
    .slice(0, LONGEST)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
}
