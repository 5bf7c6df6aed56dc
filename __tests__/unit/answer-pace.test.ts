import { expect, test } from '@jest/globals';
import { freshFor, paceOfFeed, retryAfterOf } from '#lib/ingest/sources/answer-pace.ts';

const NOW = Date.parse('2026-10-07T12:00:00Z');

test.each([
  ['120', 120_000],
  ['Wed, 07 Oct 2026 12:01:00 GMT', 60_000],
  ['Wed, 07 Oct 2026 11:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('Retry-After “%s”', (value, wait) => {
  expect(retryAfterOf(value === undefined ? {} : { 'retry-after': value }, NOW)).toBe(wait);
});

test.each([
  ['public, max-age=600', undefined, 600_000],
  ['max-age="600"', '100', 500_000],
  ['max-age=600', '700', 0],
  ['no-cache, max-age=600', undefined, 0],
  ['s-maxage=600', undefined, 0],
  [undefined, undefined, 0],
])('Cache-Control “%s”, Age %s', (control, age, fresh) => {
  expect(freshFor({ ...(control && { 'cache-control': control }), ...(age && { age }) })).toBe(
    fresh,
  );
});

test.each([
  ['<rss><channel><ttl> 60 </ttl>', 3_600_000],
  [
    '<sy:updatePeriod>\nhourly\n</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
    1_800_000,
  ],
  ['<sy:updatePeriod>daily</sy:updatePeriod>', 86_400_000],
  ['<sy:updatePeriod>often</sy:updatePeriod><ttl>x</ttl>', 0],
  [
    '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>',
    3_600_000,
  ],
  ['{"version": "https://jsonfeed.org/version/1"}', 0],
])('a feed that says %s', (text, pace) => {
  expect(paceOfFeed(text)).toBe(pace);
});
