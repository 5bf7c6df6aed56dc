import { expect, test } from '@jest/globals';
import type { MarkedText } from '#lib/model/views.ts';
import { markExcerpt, markMatches } from '#lib/text/mark-matches.ts';

/** Pieces as one line, with the marked ones in brackets. */
const shown = (pieces: MarkedText) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test.each([
  ['each word, however typed', 'Norén met HUN SEN', 'noren hun', 'en', '[Norén] met [HUN] SEN'],
  ['a phrase as one', 'a One-Party state', '“one party”', 'en', 'a [One-Party] state'],
  ['not half a word', 'nations and national', 'nation', 'en', 'nations and national'],
  ['a Persian word with its joiner', 'این كتاب‌ها را', 'کتاب', 'fa', 'این [كتاب‌ها] را'],
  ['Khmer inside a run', 'នៅ​ភ្នំ​ពេញ​ដែរ', 'ភ្នំពេញ', 'km', 'នៅ​[ភ្នំ​ពេញ]​ដែរ'],
  ['no Khmer over the end of a sentence', 'ភ្នំ។ ពេញ', 'ភ្នំពេញ', 'km', 'ភ្នំ។ ពេញ'],
  ['nothing where nothing is asked', 'Night ferries', ' ', 'en', 'Night ferries'],
])('marks %s', (_, text, query, lang, expected) => {
  expect(shown(markMatches(text, query, lang))).toBe(expected);
});

test('no piece is lost, whatever is marked', () => {
  const text = 'Night ferries return — night after night, the ferries’ horns.';
  const pieces = markMatches(text, 'night ferries', 'en');
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ isMatch }) => isMatch)).toHaveLength(5);
});

const filler = (words: number) => 'The quay was quiet and the boats lay still. '.repeat(words / 9);

test('an excerpt shows the place where most of the query is found', () => {
  const text = `${filler(90)}A herring came. ${filler(90)}The herring price fell at the harbour. ${filler(90)}`;
  const excerpt = shown(markExcerpt(text, 'harbour herring price', 'en'));
  expect(excerpt).toContain('The [herring] [price] fell at the [harbour].');
  expect(excerpt).toMatch(/^… \p{L}+ .* …$/u);
  expect(excerpt.length).toBeLessThan(230);
});

test('an excerpt begins with the text where nothing is found, and is whole where it is short', () => {
  expect(shown(markExcerpt(filler(90), 'whale', 'en'))).toMatch(/^The quay .*[a-z.] …$/);
  expect(shown(markExcerpt('Short\n text.', 'text', 'en'))).toBe('Short [text].');
});

test('an excerpt of Khmer is not cut inside a word', () => {
  const text = 'ការបោះឆ្នោតជាតិនៅរាជធានីភ្នំពេញ'.repeat(20);
  const words = new Intl.Segmenter('km', { granularity: 'word' }).segment(text);
  const [piece] = markExcerpt(text, 'zzz', 'km');
  const cut = piece?.text.length ?? 0;
  expect(cut).toBeGreaterThan(150);
  expect(words.containing(cut)?.index).toBe(cut);
});
