/** Longer slugs make addresses that nobody can read out or paste into a message. */
const LONGEST = 80;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Makes words of any script into a part of an address: lower case, letters, marks and digits kept,
 *  joined by hyphens. Empty where there is nothing to keep. Matches SLUG of
 *  lib/model/article-input.ts. */
export function slugOf(words: string, longest = LONGEST): string {
  const parts =
    words
      .normalize('NFC')
      .toLowerCase()
      // Apostrophes and invisible joiners stand inside a word: “Cambodia’s” is one word.
      .replace(/(?<=[\p{L}\p{M}])['’ʼ](?=\p{L})|\p{Cf}/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = parts.join('-');
  if (slug.length <= longest) return slug;
  const wholeWords = slug.slice(0, longest + 1).replace(/-[^-]*$/, '');
  return wholeWords.length <= longest ? wholeWords : cutInsideWord(slug, longest);
}

/** Scripts without spaces make one long word. It is cut between characters as readers see them. */
function cutInsideWord(word: string, longest: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(word)) {
    if (kept.length + segment.length > longest) break;
    kept += segment;
  }
  return kept;
}
