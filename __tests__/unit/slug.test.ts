import { expect, test } from '@jest/globals';
import { articleInputSchema } from '#lib/model/article-input.ts';
import { slugOf } from '#lib/text/slug.ts';

test.each([
  ['words', 'Night Ferries Return', 'night-ferries-return'],
  ['punctuation', 'Cash, oaths & “holy” water!', 'cash-oaths-holy-water'],
  ['an apostrophe inside a word', "Cambodia’s Strongman isn't", 'cambodias-strongman-isnt'],
  ['accents', 'Café São Tomé', 'café-são-tomé'],
  ['letters and accents given apart', 'Cafe\u0301', 'café'],
  ['Persian with a zero-width non-joiner', 'کشتی‌های شبانه', 'کشتیهای-شبانه'],
  ['Khmer with zero-width spaces', 'ព័ត៌មាន​ថ្មី', 'ព័ត៌មានថ្មី'],
  ['digits of a script', 'سال ۱۴۰۵', 'سال-۱۴۰۵'],
  ['nothing to keep', '!!! — …', ''],
])('%s', (_, words, slug) => {
  expect(slugOf(words)).toBe(slug);
});

test('a long headline is cut between words', () => {
  const slug = slugOf('the council says the expulsions answer a pattern '.repeat(4));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/^the-council-says.*-[a-z]+$/);
  expect('the-council-says-the-expulsions-answer-a-pattern-'.repeat(4)).toContain(`${slug}-`);
});

test('a long headline without spaces is cut between characters as readers see them', () => {
  const slug = slugOf('ខ្មែរ'.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.length).toBeGreaterThan(70);
  expect([...new Intl.Segmenter('km').segment(slug)].at(-1)?.segment).toMatch(/^(?:ខ្មែ|រ)$/);
});

test.each(['Night Ferries', 'ព័ត៌មាន​ថ្មី', 'کشتی‌های شبانه', 'İstanbul’da 3. gün', 'a'.repeat(300)])(
  'the article schema takes what it makes: %s',
  (words) => {
    expect(articleInputSchema.shape.slug.safeParse(slugOf(words)).success).toBe(true);
  },
);
