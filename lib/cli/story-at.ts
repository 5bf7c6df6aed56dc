import { articleAddress } from '#lib/model/article-address.ts';
import { findByAddress, findById } from '#lib/store/articles.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { ArticleRow } from '#lib/store/schema.ts';

import { CommandError } from './command-error.ts';

/** The story that a person names by its address or its id. Throws CommandError where there is none. */
export async function storyAt(store: Store, named: string): Promise<ArticleRow> {
  const address = articleAddress(named);
  const row = address
    ? await findByAddress(store, address.lang, address.slug)
    : await findById(store, named);
  if (!row) throw new CommandError(`There is no story at ${named}.`);
  return row;
}
