import { type Config, readConfig } from '#lib/config/config.ts';
import { type RateLimit, rateLimit } from '#lib/limits/rate-limit.ts';
import { type RefusalNotes, refusalNotes } from '#lib/limits/refusal-notes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** What the desk works with. */
export type Desk = {
  store: Store;
  config: Config;
  limits: DeskLimits;
};

export type DeskLimits = {
  /** Of one address, with tokens that don't hold. */
  signIns: RateLimit;
  /** Which refusals the audit log keeps. */
  refusals: RefusalNotes;
};

/** A secret can't be guessed. What is limited is that somebody tries, so that they are told to wait and
 *  the newsroom is told of them. */
export function deskLimits(): DeskLimits {
  return { signIns: rateLimit({ burst: 10, perSecond: 0.1 }), refusals: refusalNotes() };
}

const key = Symbol.for('lede.desk-limits');
const shared = globalThis as { [key]?: DeskLimits };

/** The desk of this process. Next loads modules more than once, so the counts hang on the global
 *  object. */
export async function sharedDesk(): Promise<Desk> {
  shared[key] ??= deskLimits();
  return { store: await sharedStore(), config: readConfig(process.env), limits: shared[key] };
}
