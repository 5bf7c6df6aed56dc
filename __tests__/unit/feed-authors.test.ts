import { expect, test } from '@jest/globals';
import { authorNames } from '#lib/ingest/feeds/authors.ts';

test.each([
  ['Ann Lee', ['Ann Lee']],
  ['ann@example.com (Ann Lee)', ['Ann Lee']],
  ['Ann Lee <ann@example.com>', ['Ann Lee']],
  ['Ann Lee (mailto:ann@example.com)', ['Ann Lee']],
  ['"Ann Lee" ann@example.com', ['Ann Lee']],
  ['By Ann Lee and Bo Roe', ['Ann Lee', 'Bo Roe']],
  ['Ann Lee, Bo Roe & Cy Day', ['Ann Lee', 'Bo Roe', 'Cy Day']],
  ['Lee, Ann', ['Lee, Ann']],
  ['Port & Harbour', ['Port & Harbour']],
  ['ann@example.com', []],
  ['', []],
  ['—', []],
])('%s', (written, names) => {
  expect(authorNames(written)).toEqual(names);
});
