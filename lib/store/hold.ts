import type { Actor } from '#lib/model/actor.ts';
import { paths } from '#lib/model/paths.ts';
import { recordArticleChange } from './article-changes.ts';
import { findById, parseDocument } from './articles.ts';
import { recordAct } from './audit-log.ts';
import { isShown } from './judge-hold.ts';
import type { Store } from './open-store.ts';

/** Takes a story that is published or under embargo from readers until an editor releases it: it leaves
 *  every list and the search, and there is nothing at its address. Versions that its sender sends
 *  meanwhile are held too. A version that waited already goes on waiting, and is what is released.
 *  Answers whether a story was held now. */
export async function holdArticle(
  store: Store,
  id: string,
  reason: string,
  actor: Actor,
): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await findById({ db: transaction }, id);
    if (!row || !isShown(row)) return false;
    const at = new Date().toISOString();
    await transaction
      .updateTable('articles')
      .set({ state: 'held', release_at: null, held_at: at, held_reason: reason })
      .where('id', '=', id)
      .execute();
    await store.engine.search.remove(transaction, row.search_row);
    const change = { at, kind: 'article.held', subject: id } as const;
    await recordArticleChange(transaction, change, [parseDocument(row.document)]);
    const details = { address: paths.article(row.lang, row.slug), reason };
    await recordAct(transaction, { actor, act: 'story.held', subject: id, details });
    return true;
  });
}
