import { LRUCache } from 'lru-cache';
import { rateLimit } from './rate-limit.ts';

/** Decides which refusals are written down. Nothing in the audit log is ever deleted, so who knocks all
 *  day, from many addresses too, must not be able to fill it. */
export type RefusalNotes = {
  /** Takes one refusal from an address. Answers null if it is not to be written down, and else how
   *  many were passed over since the last that was. */
  take(address: string, refusal: { isHeldUp: boolean }): number | null;
};

/** How long an address stays quiet before it is said again that it is held up. */
const BOUT_MS = 10 * 60_000;

/** Writes down all refusals within a limit for all addresses together: 200 at once, and then one in
 *  ten seconds. Of an address that is held up, only that it began. */
export function refusalNotes({ burst = 200, perSecond = 0.1 } = {}): RefusalNotes {
  const entries = rateLimit({ burst, perSecond });
  const heldUp = new LRUCache<string, true>({ max: 10_000, ttl: BOUT_MS });
  let passedOver = 0;
  return {
    take(address, { isHeldUp }) {
      const isKnown = isHeldUp && heldUp.has(address);
      if (isHeldUp) heldUp.set(address, true);
      if (isKnown || entries.take('all') > 0) {
        passedOver += 1;
        return null;
      }
      const since = passedOver;
      passedOver = 0;
      return since;
    },
  };
}
