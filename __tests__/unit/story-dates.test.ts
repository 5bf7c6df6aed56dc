import { expect, test } from '@jest/globals';
import { instantOf } from '#lib/ingest/dates.ts';

test.each([
  ['a day', '2018-07-12', '2018-07-12T00:00:00.000Z'],
  ['Jekyll’s form', '2018-07-12 10:00:00 +0700', '2018-07-12T03:00:00.000Z'],
  ['a time without a zone', '2018-07-12 10:00', '2018-07-12T10:00:00.000Z'],
  ['ISO 8601', '2018-07-12T10:00:00.5-04:30', '2018-07-12T14:30:00.500Z'],
  ['a zone by name', '2018-07-12 10:00:00 UTC', '2018-07-12T10:00:00.000Z'],
  ['a day that is not in the calendar', '2018-02-30', null],
  ['an hour that no clock has', '2018-02-03 25:00', null],
  ['words', 'yesterday', null],
  ['another order', '12/07/2018', null],
])('%s', (_, text, expected) => {
  expect(instantOf(text)).toBe(expected);
});
