import { expect, test } from '@jest/globals';
import { positionTag, readPageSignals, statusTag } from '#lib/cache/page-signals.ts';

test('the oldest reading and the gravest status count; other tags stay', () => {
  const header = ['a', positionTag(7), statusTag(410), 'b', positionTag(5)].join(',');
  expect(readPageSignals(header)).toEqual({ status: 410, position: 5, tags: ['a', 'b'] });
});

test('a page of nothing that changes is always fresh', () => {
  expect(readPageSignals('')).toEqual({ status: 200, position: Infinity, tags: [] });
});
