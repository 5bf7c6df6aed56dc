import type { Kysely } from 'kysely';
import { articleSchema } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { Arrival } from './arrival.ts';
import { newBarriers } from './findings.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { findWaiting } from './waiting-versions.ts';

/** Whether a version that would be stored goes to readers. `held`: the story waits. `aside`: the
 *  version waits, and the one before it stays. `older`: a newer one waits already. */
export type HoldVerdict = {
  outcome: 'pass' | 'held' | 'aside' | 'older';
  /** The serious findings that it waits for. */
  barriers: Finding[];
  /** Since when and why an editor holds the story; null where none does. */
  byHand: Pick<ArticleRow, 'held_at' | 'held_reason'> | null;
  /** Since when this very version has been waiting. */
  since?: string | undefined;
};

/** Decides whether a version waits for an editor. What an editor holds, no version of its sender and no
 *  correction lets out: it takes the place of the one that is held, and is held itself. */
export async function judgeHold(
  db: Kysely<Tables>,
  known: ArticleRow | undefined,
  arrival: Arrival,
): Promise<HoldVerdict> {
  const waiting = known ? await findWaiting(db, known.id) : null;
  const { version, isVersioned, policy = 'publish', findings = [], override } = arrival;
  const newest = waiting?.arrival.version;
  if (isVersioned && version && newest && version < newest) {
    return { outcome: 'older', barriers: [], byHand: null };
  }
  const barriers = policy === 'hold' ? await newBarriers(db, known, findings) : [];
  const byHand = known?.held_at && !override ? known : null;
  if (byHand) return { outcome: 'held', barriers, byHand };
  if (barriers.length === 0) return { outcome: 'pass', barriers, byHand };
  const isSame = waiting?.arrival.contentHash === arrival.contentHash;
  return {
    outcome: isShown(known) ? 'aside' : 'held',
    barriers,
    byHand,
    since: isSame ? waiting?.since : undefined,
  };
}

/** Whether readers have had its text before them. Of a story that was held during its embargo it is said
 *  too, once that is over: to be asked for a note that nobody needs is better than to leave one out. */
export function wasRead(known: ArticleRow, now: string): boolean {
  if (known.state === 'published') return true;
  if (known.state !== 'held' || known.held_at === null) return false;
  const { embargoedUntil } = articleSchema.parse(JSON.parse(known.document));
  return embargoedUntil === null || embargoedUntil <= now;
}

/** Whether readers have a version of it, or will have at an instant. */
export function isShown(known: Pick<ArticleRow, 'state'> | undefined): boolean {
  return known?.state === 'published' || known?.state === 'embargoed';
}
