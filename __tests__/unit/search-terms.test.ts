import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { searchQueryTerms, searchTerms } from '#lib/text/search-terms.ts';
import { corpus } from '../corpora.ts';
import { testWith } from '../test-with.ts';

/** Whether a reader who types `query` finds `text`, by way of SQLite's index, as the store asks. */
function finds(text: string, query: string, lang: string): boolean {
  const index = new DatabaseSync(':memory:');
  index.exec("CREATE VIRTUAL TABLE stories USING fts5(body, content = '', tokenize = 'ascii')");
  index
    .prepare('INSERT INTO stories (rowid, body) VALUES (1, ?)')
    .run(searchTerms(text, lang).join(' '));
  return isFound(index, 1, query, lang);
}

function isFound(index: DatabaseSync, row: number, query: string, lang: string): boolean {
  const phrases = searchQueryTerms(query, lang).map((terms) => `"${terms.join(' ')}"`);
  if (phrases.length === 0) return false;
  const ask = index.prepare('SELECT 1 FROM stories WHERE rowid = ? AND stories MATCH ?');
  return ask.get(row, phrases.join(' AND ')) !== undefined;
}

const PERSIAN = 'این کتاب‌ها را می‌خواهد، سال ۱۴۰۵؛ خانهٔ مسئول';
const KHMER = 'នៅ​រាជធានី​ភ្នំ​ពេញ ខេត្តកណ្តាល អំពី​ដី​ឆ្នាំ ២០១៨។';

test.each([
  ['capitals', 'HUN SEN said', 'hun sen', 'en'],
  ['an accent left out', 'Astrid Norén-Nilsson', 'noren', 'en'],
  ['an accent typed', 'The cafe opens', 'Café', 'en'],
  ['letters that don’t decompose', 'Straße in Łódź, Sørensen', 'strasse lodz sorensen', 'en'],
  ['the name in a possessive', 'Hun Sen’s rule', 'sen', 'en'],
  ['one part of a hyphenated word', 'a one-party state', 'party', 'en'],
  ['an abbreviation without its dots', 'U.S. officials', 'US', 'en'],
  ['an abbreviation with its dots', 'US officials', 'U.S.', 'en'],
  ['a number without its commas', 'paid 10,000 riel', '10000', 'en'],
  ['a phrase in quotes', 'a one party state', '“one party”', 'en'],
  ['a soft hyphen in the text', 'inter\u00adnational', 'international', 'en'],
  ['Greek with its final letter', 'ο Σίσυφος', 'ΣΙΣΥΦΟΣ', 'en'],
  ['Cyrillic', 'Чёрный ящик', 'черный', 'en'],
  ['a Persian word with its joiner', PERSIAN, 'کتاب‌ها', 'fa'],
  ['a Persian word without its joiner', PERSIAN, 'کتابها', 'fa'],
  ['the stem of a Persian plural', PERSIAN, 'کتاب', 'fa'],
  ['a Persian verb with a space', PERSIAN, 'می خواهد', 'fa'],
  ['a Persian phrase', PERSIAN, '«این کتاب‌ها را»', 'fa'],
  ['Arabic kaf and yeh', 'كتاب علي', 'کتاب علی', 'fa'],
  ['vowel signs', 'سَلامٌ', 'سلام', 'fa'],
  ['a hamza left out', PERSIAN, 'خانه', 'fa'],
  ['Persian digits typed as ASCII', PERSIAN, '1405', 'fa'],
  ['ASCII digits typed as Persian', 'in 1405', '۱۴۰۵', 'fa'],
  ['a Khmer word inside a run', KHMER, 'ភ្នំពេញ', 'km'],
  ['a Khmer word of one character', KHMER, 'ដី', 'km'],
  ['a Khmer word with a space in the text', 'ភ្នំ ពេញ', 'ភ្នំពេញ', 'km'],
  ['the other spelling of a subscript', KHMER, 'កណ្ដាល', 'km'],
  ['a zero-width space inside a character', 'ប៉ុន្\u200bតែ', 'ប៉ុន្តែ', 'km'],
  ['Khmer digits', KHMER, '2018', 'km'],
  ['Khmer and Latin in one word', 'វិទ្យុ VOAខ្មែរ', 'VOA', 'km'],
  ['Thai', 'ประเทศไทยวันนี้', 'ไทย', 'en'],
  ['Chinese, one character', '中华人民共和国', '国', 'en'],
  ['Japanese', '国会議事堂のラーメン', 'ﾗｰﾒﾝ', 'en'],
])('finds %s', (_, text, query, lang) => {
  expect(finds(text, query, lang)).toBe(true);
});

test.each([
  ['words that are not there', 'Night ferries return', 'ferries buses', 'en'],
  ['a phrase in another order', 'party of one', '“one party”', 'en'],
  ['half a word', 'international', 'nation', 'en'],
  ['Khmer characters in another order', 'ពេញភ្នំ', 'ភ្នំពេញ', 'km'],
  ['Khmer characters over the end of a sentence', 'ភ្នំ។ ពេញ', 'ភ្នំពេញ', 'km'],
])('does not find %s', (_, text, query, lang) => {
  expect(finds(text, query, lang)).toBe(false);
});

test.each([
  ['nothing', ''],
  ['marks alone', '" * ( ) : ^ - “”'],
])('a query of %s asks for nothing', (_, query) => {
  expect(searchQueryTerms(query, 'en')).toEqual([]);
});

test('a query asks for each word once, and for no more than it should', () => {
  expect(searchQueryTerms('one two One', 'en')).toEqual([['one'], ['two']]);
  const many = searchQueryTerms(Array.from({ length: 90 }, (_, n) => `w${n}`).join(' '), 'en');
  expect(many).toHaveLength(16);
  const long = searchQueryTerms('ភ្នំពេញ'.repeat(60), 'km');
  expect(long.flat()).toHaveLength(64);
});

test('terms keep what SQL and the index would read as their own', () => {
  const terms = searchTerms('a"b OR c* (d) NEAR/2 x:y \u0000 naïve “q” Łódź-២០ 中国', 'en');
  for (const term of terms) expect(term).toMatch(/^(?:[a-z0-9]|[^\0-\x7f])+$/);
});

const khmer = corpus('markdown/voa-cambodia-election/khmer/_posts');

testWith(khmer, 'any Khmer word, and any words side by side, of 67 real stories are found in it')(
  () => {
    const index = new DatabaseSync(':memory:');
    index.exec("CREATE VIRTUAL TABLE stories USING fts5(body, content = '', tokenize = 'ascii')");
    const insert = index.prepare('INSERT INTO stories (rowid, body) VALUES (?, ?)');
    const words = new Intl.Segmenter('km', { granularity: 'word' });
    const missed: string[] = [];
    let asked = 0;
    for (const [number, file] of readdirSync(khmer.folder).entries()) {
      const text = readFileSync(path.join(khmer.folder, file), 'utf8');
      insert.run(number, searchTerms(text, 'km').join(' '));
      const inText = [...words.segment(text)].filter(({ isWordLike }) => isWordLike);
      for (const [place, { segment, index: start }] of inText.entries()) {
        const last = inText[Math.min(place + (place % 6), inText.length - 1)];
        const phrase = text.slice(start, (last?.index ?? 0) + (last?.segment.length ?? 0));
        // A zero-width space after a coeng cuts a character in half: that half is no word.
        for (const query of [segment, phrase].filter((each) => !/្\p{Cf}*$/u.test(each))) {
          if (/្\p{Cf}*$/u.test(text.slice(0, start)) || place % 5 > 0) continue;
          asked += 1;
          if (!isFound(index, number, query, 'km')) missed.push(query);
        }
      }
    }
    expect(asked).toBeGreaterThan(10_000);
    expect(missed).toEqual([]);
  },
  60_000,
);
