import { type Finding, isSerious } from '#lib/model/finding.ts';
import { findingsOf, newBarriers } from '#lib/store/findings.ts';
import { isShown } from '#lib/store/judge-hold.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import { findWaiting } from '#lib/store/waiting-versions.ts';

type Held = { outcome: 'held'; reason: string };

/** How the report tells of a story that waits for an editor. `byHand` is why one holds it,
 *  whatever its findings. */
export function heldFor(
  barriers: readonly Finding[],
  story: { id?: string | undefined; isUpdate: boolean; byHand?: string | null | undefined },
): Held {
  const what = story.byHand ? `An editor holds this story: “${story.byHand}”.` : waitsFor(barriers);
  const meanwhile = story.isUpdate ? ' The version that is here stays meanwhile.' : '';
  const way = story.id
    ? ` To publish it as it is: bin/lede held publish ${story.id} --reason "…".`
    : '';
  return { outcome: 'held', reason: `${what}${meanwhile}${way}` };
}

function waitsFor(barriers: readonly Finding[]): string {
  const { length } = barriers;
  const messages = barriers.map(({ message }) => message).join(' ');
  return `It waits for an editor, with ${length} serious ${length === 1 ? 'finding' : 'findings'}: ${messages}`;
}

/** What there is to tell of a story that came in just so before; null where it came in otherwise. */
export async function stillHeld(
  { db }: Store,
  known: Pick<ArticleRow, 'id' | 'state' | 'content_hash' | 'held_reason'> | undefined,
  contentHash: string,
): Promise<(Held & { findings: Finding[] }) | null> {
  if (!known) return null;
  const { id, held_reason: byHand } = known;
  const isSame = (hash: string) => hash === contentHash;
  if (known.state === 'held' && isSame(known.content_hash)) {
    const findings = await findingsOf({ db }, known.id);
    const barriers = findings.filter(isSerious);
    return { ...heldFor(barriers, { id, isUpdate: false, byHand }), findings };
  }
  const waiting = await findWaiting(db, known.id);
  if (!waiting || !isSame(waiting.arrival.contentHash)) return null;
  const barriers = await newBarriers(db, known, waiting.findings);
  const story = { id, isUpdate: isShown(known), byHand };
  return { ...heldFor(barriers, story), findings: waiting.findings };
}
