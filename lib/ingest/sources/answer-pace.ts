import type { IncomingHttpHeaders } from 'node:http';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** For how long a server wants not to be asked again, in milliseconds: `Retry-After` in seconds or
 *  as a date (RFC 9110, 10.2.3). Null if it doesn't say. */
export function retryAfterOf({ 'retry-after': value }: IncomingHttpHeaders, now: number) {
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(at - now, 0);
}

/** For how long an answer is fresh, in milliseconds (RFC 9111): asked sooner, a cache on the way
 *  would give the same. */
export function freshFor({ 'cache-control': control = '', age }: IncomingHttpHeaders): number {
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
  const [, seconds] = /\bmax-age\s*=\s*"?(\d+)/i.exec(control) ?? [];
  return Math.max((Number(seconds ?? 0) - (Number(age) || 0)) * SECOND, 0);
}

const PERIODS: Record<string, number> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
  yearly: 365 * 24 * HOUR,
};

/** How often a feed itself says that it changes, in milliseconds: RSS's `ttl`, in minutes, or
 *  `sy:updatePeriod` and how many times in it. 0 if it says nothing. Both stand before the first
 *  entry; programs write them under these names. */
export function paceOfFeed(text: string): number {
  const head = text.slice(0, 20_000);
  const ttl = /<ttl>\s*(\d{1,9})\s*<\/ttl>/i.exec(head)?.[1];
  const period = /<sy:updatePeriod>\s*(\w+)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const times = /<sy:updateFrequency>\s*(\d{1,6})/i.exec(head)?.[1];
  const ofPeriod = (PERIODS[period] ?? 0) / Math.max(Number(times ?? 1), 1);
  return Math.max(Number(ttl ?? 0) * MINUTE, ofPeriod);
}
