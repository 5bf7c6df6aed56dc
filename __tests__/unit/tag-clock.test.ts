import { expect, test } from '@jest/globals';
import { createTagClock } from '#lib/cache/tag-clock.ts';

test('a page is fresh until one of its tags changes', () => {
  const clock = createTagClock();
  clock.startAt(10);
  const page = { position: clock.position, tags: ['article:en/a', 'alert:en'] };
  clock.advance({ seq: 11, tags: ['article:en/b'] });
  expect(clock.isFresh(page.position, page.tags)).toBe(true);
  clock.advance({ seq: 12, tags: ['alert:en'] });
  expect(clock.isFresh(page.position, page.tags)).toBe(false);
});

test('a change between reading and keeping makes the page stale', () => {
  const clock = createTagClock();
  clock.startAt(10);
  const readAt = clock.position;
  clock.advance({ seq: 11, tags: ['article:en/a'] });
  expect(clock.isFresh(readAt, ['article:en/a'])).toBe(false);
  expect(clock.isFresh(clock.position, ['article:en/a'])).toBe(true);
});

test('what was read before the clock started is stale', () => {
  const clock = createTagClock();
  clock.startAt(10);
  expect(clock.isFresh(9, [])).toBe(false);
});

test('when old tags are forgotten, pages from before are stale and newer ones are not', () => {
  const clock = createTagClock();
  const tags = Array.from({ length: 200_001 }, (_, index) => `tag:${index}`);
  for (const [index, tag] of tags.entries()) clock.advance({ seq: index + 1, tags: [tag] });
  expect(clock.isFresh(50_000, ['tag:0'])).toBe(false);
  expect(clock.isFresh(clock.position, ['tag:0'])).toBe(true);
});
