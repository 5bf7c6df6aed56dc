/** The beginning of a plain text in one line, at most `most` characters, cut between words. */
export function excerptOf(text: string, lang: string, most = 200): string {
  const line = inOneLine(text);
  if (line.length <= most) return line;
  return `${line.slice(0, wordBorder(line, most, lang)).trimEnd()}…`;
}

/** White space, and line ends above all, says nothing in an excerpt. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The last place at or before `at` where a line may be cut without cutting a word. In scripts
 *  without spaces that is where a dictionary ends a word. */
export function wordBorder(line: string, at: number, lang: string): number {
  if (at >= line.length) return line.length;
  // Begun inside a word, a dictionary needs a few words to find its feet.
  const from = Math.max(0, at - 200);
  const near = new Intl.Segmenter(lang, { granularity: 'word' }).segment(line.slice(from, at + 60));
  const word = near.containing(at - from);
  return word?.index ? from + word.index : at;
}
