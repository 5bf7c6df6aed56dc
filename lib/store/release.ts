import type { Actor } from '#lib/model/actor.ts';
import { paths } from '#lib/model/paths.ts';
import { findById } from './articles.ts';
import { recordAct } from './audit-log.ts';
import type { Store } from './open-store.ts';
import { publishStored } from './publish-stored.ts';
import { forgetWithdrawal, takeOff } from './take-back.ts';

/** Publishes the stories whose embargo has lifted by `now` (ISO 8601). */
export async function releaseEmbargoed(store: Store, now: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const due = await transaction
      .selectFrom('articles')
      .selectAll()
      .where('state', '=', 'embargoed')
      .where('release_at', '<=', now)
      .execute();
    for (const row of due) {
      await publishStored(store, transaction, row, now);
    }
  });
}

/** The next instant at which a story is released; null if none waits. */
export async function nextRelease(store: Store): Promise<string | null> {
  const row = await store.db
    .selectFrom('articles')
    .select(({ fn }) => fn.min('release_at').as('at'))
    .where('state', '=', 'embargoed')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Withdraws the story with this id: it leaves every list and the search, and its address says
 *  that it is gone, for good: it does not come back though its sender sends a newer version. Answers
 *  whether a story was withdrawn now. */
export async function withdrawArticle(
  store: Store,
  id: string,
  reason: string,
  actor: Actor,
): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await findById({ db: transaction }, id);
    if (!row) return false;
    await forgetWithdrawal(transaction, row.source_id);
    if (row.state === 'withdrawn') return false;
    await takeOff(store.engine.search, transaction, row, reason);
    const details = { address: paths.article(row.lang, row.slug), reason };
    await recordAct(transaction, { actor, act: 'story.withdrawn', subject: id, details });
    return true;
  });
}
