import { type Finding, isSerious } from '#lib/model/finding.ts';
import { findingsOf, newBarriers } from '#lib/store/findings.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import { findWaiting } from '#lib/store/waiting-versions.ts';

type Held = { outcome: 'held'; reason: string };

/** How the report tells of a story that waits for an editor. */
export function heldFor(
  barriers: readonly Finding[],
  story: { id?: string | undefined; isUpdate: boolean },
): Held {
  const { length } = barriers;
  const what = `It waits for an editor, with ${length} serious ${length === 1 ? 'finding' : 'findings'}:`;
  const messages = barriers.map(({ message }) => message).join(' ');
  const meanwhile = story.isUpdate ? ' The version that is here stays meanwhile.' : '';
  const way = story.id
    ? ` To publish it as it is: bin/lede held publish ${story.id} --reason "…".`
    : '';
  return { outcome: 'held', reason: `${what} ${messages}${meanwhile}${way}` };
}

/** What there is to tell of a story that came in just so before; null where it came in otherwise. */
export async function stillHeld(
  { db }: Store,
  known: Pick<ArticleRow, 'id' | 'state' | 'content_hash'> | undefined,
  contentHash: string,
): Promise<(Held & { findings: Finding[] }) | null> {
  if (!known) return null;
  const isSame = (hash: string) => hash === contentHash;
  if (known.state === 'held' && isSame(known.content_hash)) {
    const findings = await findingsOf({ db }, known.id);
    const barriers = findings.filter(isSerious);
    return { ...heldFor(barriers, { id: known.id, isUpdate: false }), findings };
  }
  const waiting = await findWaiting(db, known.id);
  if (!waiting || !isSame(waiting.arrival.contentHash)) return null;
  const barriers = await newBarriers(db, known, waiting.findings);
  return { ...heldFor(barriers, { id: known.id, isUpdate: true }), findings: waiting.findings };
}
