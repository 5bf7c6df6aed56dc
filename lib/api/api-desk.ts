import { type Config, readConfig } from '#lib/config/config.ts';
import { type RateLimit, rateLimit } from '#lib/limits/rate-limit.ts';
import { type RefusalNotes, refusalNotes } from '#lib/limits/refusal-notes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** What a call to the API is answered from. */
export type ApiDesk = {
  store: Store;
  config: Pick<Config, 'siteName' | 'siteUrl' | 'media' | 'languages' | 'fetchHosts'>;
  limits: ApiLimits;
};

export type ApiLimits = {
  /** Of one token. */
  calls: RateLimit;
  /** Of one address, with tokens that don't hold. */
  failures: RateLimit;
  /** Of alerts raised by one token. */
  alerts: RateLimit;
  /** Which refusals the audit log keeps. */
  refusals: RefusalNotes;
};

/** A newsroom moves its archive in at ten stories a second. A secret can't be guessed; what is limited
 *  is how often the store is asked in vain. */
export function apiLimits(): ApiLimits {
  return {
    calls: rateLimit({ burst: 100, perSecond: 10 }),
    failures: rateLimit({ burst: 20, perSecond: 0.2 }),
    // A night with many editions and corrections stays below. A program that has gone wrong does not
    // go on for long over the heads of readers.
    alerts: rateLimit({ burst: 40, perSecond: 1 / 6 }),
    refusals: refusalNotes(),
  };
}

const key = Symbol.for('lede.api-limits');
const shared = globalThis as { [key]?: ApiLimits };

/** The desk of this process. Next loads modules more than once, so the counts hang on the global
 *  object. */
export async function sharedApiDesk(): Promise<ApiDesk> {
  shared[key] ??= apiLimits();
  return {
    store: await sharedStore(),
    config: readConfig(process.env),
    limits: shared[key],
  };
}
