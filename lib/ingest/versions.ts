import { findById, parseDocument } from '#lib/store/articles.ts';
import type { Store } from '#lib/store/open-store.ts';

/** Why a version was not taken. */
export const OLDER = 'It is older than what is here, which is left as it is.';

/** Whether a version of this instant is older than the one that is stored. The store keeps no
 *  version numbers: agencies date each version, and numbers of two senders don't compare. */
export async function isOlderThanStored(store: Store, id: string, at: string): Promise<boolean> {
  const row = await findById(store, id);
  if (!row) return false;
  const { updated, published } = parseDocument(row.document);
  return Date.parse(at) < Date.parse(updated ?? published);
}
