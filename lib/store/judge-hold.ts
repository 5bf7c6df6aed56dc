import type { Kysely } from 'kysely';
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
  /** Since when this very version has been waiting. */
  since?: string | undefined;
};

/** Decides whether a version waits for an editor. */
export async function judgeHold(
  db: Kysely<Tables>,
  known: ArticleRow | undefined,
  arrival: Arrival,
): Promise<HoldVerdict> {
  const waiting = known ? await findWaiting(db, known.id) : null;
  const { version, isVersioned, policy = 'publish', findings = [] } = arrival;
  const newest = waiting?.arrival.version;
  if (isVersioned && version && newest && version < newest) {
    return { outcome: 'older', barriers: [] };
  }
  const barriers = policy === 'hold' ? await newBarriers(db, known, findings) : [];
  if (barriers.length === 0) return { outcome: 'pass', barriers };
  const isSame = waiting?.arrival.contentHash === arrival.contentHash;
  return {
    outcome: isShown(known) ? 'aside' : 'held',
    barriers,
    since: isSame ? waiting?.since : undefined,
  };
}

/** Whether readers have a version of it, or will have at an instant. */
export function isShown(known: Pick<ArticleRow, 'state'> | undefined): boolean {
  return known?.state === 'published' || known?.state === 'embargoed';
}
