import { articleAddress } from '#lib/model/article-address.ts';
import { findByAddress } from './articles.ts';
import type { Store } from './open-store.ts';

/** Says so where the link of an alert leads to a story that readers don't have. It may be put up before
 *  its story; a mistyped one must not go unnoticed at 3 a.m. Null where there is nothing to say. */
export async function deadLinkNote(store: Store, link: string): Promise<string | null> {
  const address = articleAddress(link);
  if (!address) return null;
  const article = await findByAddress(store, address.lang, address.slug);
  if (article?.state === 'published') return null;
  if (article?.state === 'withdrawn') return `The story at ${link} was withdrawn.`;
  return `No published story stands at ${link} yet.`;
}
