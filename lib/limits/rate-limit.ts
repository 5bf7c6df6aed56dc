import { LRUCache } from 'lru-cache';

/** Counts calls by key: `burst` at once, and then `perSecond`. */
export type RateLimit = {
  /** Takes one call. Answers 0, or the seconds after which the next is free. */
  take(key: string): number;
};

/** Keys are bounded: of those that call seldom, the count is forgotten. */
const MOST_KEYS = 10_000;

/** A token bucket for each key. */
export function rateLimit({ burst, perSecond }: { burst: number; perSecond: number }): RateLimit {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: MOST_KEYS });
  return {
    take(key) {
      const now = performance.now();
      const { left, at } = buckets.get(key) ?? { left: burst, at: now };
      const filled = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      const isFree = filled >= 1;
      buckets.set(key, { left: isFree ? filled - 1 : filled, at: now });
      return isFree ? 0 : Math.ceil((1 - filled) / perSecond);
    },
  };
}
