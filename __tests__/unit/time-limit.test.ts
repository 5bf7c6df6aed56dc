import { expect, jest, test } from '@jest/globals';
import { readBody } from '#lib/ingest/body.ts';
import { TooSlowError, withinTime } from '#lib/ingest/time-limit.ts';
import { articleInputSchema } from '#lib/model/article-input.ts';

jest.setTimeout(30_000);

const STORY = {
  sourceId: 'a',
  lang: 'en',
  headline: 'A',
  section: 'world',
  published: '2026-10-07T06:30:00Z',
};

const read = (text: Record<string, string>) =>
  readBody(articleInputSchema.parse({ ...STORY, ...text }), 'en');

test('what a task answers and throws comes through', () => {
  expect(withinTime(() => [1])).toEqual([1]);
  expect(() =>
    withinTime(() => {
      throw new RangeError('deep');
    }),
  ).toThrow(RangeError);
});

test('a task without an end is broken off, inside of another too; the next one runs', () => {
  const endless = () => {
    for (;;);
  };
  expect(() => withinTime(() => withinTime(endless))).toThrow(TooSlowError);
  expect(withinTime(() => 'next')).toBe('next');
});

// Unbounded, each of these takes from ten seconds to hours.
test.each([
  ['emphasis', { bodyMarkdown: '_a**'.repeat(40_000) }],
  ['brackets', { bodyMarkdown: ']'.repeat(200_000) }],
  ['lists in lists', { bodyMarkdown: `${'- '.repeat(3000)}x` }],
  ['tags that are never closed', { body: '<b><p>'.repeat(60_000) }],
])('%s without end give up in words', (_, text) => {
  const start = performance.now();
  expect(() => read(text)).toThrow(
    new TooSlowError('Its text is nested or marked up so often that it can’t be read in time.'),
  );
  expect(performance.now() - start).toBeLessThan(3000);
});

test('after one that was broken off, the next text is read as ever', () => {
  expect(() => read({ bodyMarkdown: '_a**'.repeat(40_000) })).toThrow(TooSlowError);
  const { kept } = read({ bodyMarkdown: 'The ferry *left*.\n\n- one\n- two' });
  expect(JSON.stringify(kept)).toContain('"tagName":"em"');
});
