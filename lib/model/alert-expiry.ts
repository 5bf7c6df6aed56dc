const MINUTE_MS = 60_000;

/** How long an alert may be chosen to stand, in the order in which it is offered. */
export const EXPIRIES = {
  '30m': { ms: 30 * MINUTE_MS, words: '30 minutes' },
  '2h': { ms: 120 * MINUTE_MS, words: '2 hours' },
  '6h': { ms: 360 * MINUTE_MS, words: '6 hours' },
  '24h': { ms: 1440 * MINUTE_MS, words: '24 hours' },
  '3d': { ms: 4320 * MINUTE_MS, words: '3 days' },
} as const;

export type Expiry = keyof typeof EXPIRIES;

export const OFFERED_EXPIRY: Expiry = '2h';

export function isExpiry(value: string | null): value is Expiry {
  return value !== null && Object.hasOwn(EXPIRIES, value);
}

/** The choice that comes nearest to a time in milliseconds. */
export function nearestExpiry(ms: number): Expiry {
  const distance = (expiry: Expiry) => Math.abs(EXPIRIES[expiry].ms - ms);
  const choices = Object.keys(EXPIRIES).filter(isExpiry);
  return choices.sort((one, other) => distance(one) - distance(other))[0] ?? OFFERED_EXPIRY;
}
