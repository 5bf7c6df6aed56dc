import type { SaidBefore } from './announcer.ts';

const KEY = 'lede-announced';

/** More than ever stand at once. */
const MOST_IDS = 100;

const NOTHING = { at: 0, ids: [] };

/** What was said, kept on the device (Web Storage). Where a browser keeps nothing, this page remembers
 *  for itself. */
export function saidInThisBrowser(): SaidBefore {
  let own: ReturnType<SaidBefore['read']> = NOTHING;
  return {
    read() {
      try {
        own = parse(localStorage.getItem(KEY)) ?? own;
      } catch {
        // Storage is switched off.
      }
      return own;
    },
    write({ at, ids }) {
      own = { at, ids: ids.slice(-MOST_IDS) };
      try {
        localStorage.setItem(KEY, JSON.stringify(own));
      } catch {
        // It is switched off, or full.
      }
    },
  };
}

function parse(kept: string | null): ReturnType<SaidBefore['read']> | null {
  if (kept === null) return null;
  try {
    const { at, ids } = JSON.parse(kept);
    const isRight = typeof at === 'number' && Array.isArray(ids) && at <= Date.now();
    return isRight ? { at, ids: ids.map(String) } : NOTHING;
  } catch {
    return NOTHING;
  }
}
