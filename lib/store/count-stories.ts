import type { Store } from './open-store.ts';

/** How many stories the store holds, in whatever state, and how many of them are samples. */
export async function countStories(store: Store): Promise<{ all: number; sample: number }> {
  const row = await store.db
    .selectFrom('articles')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('all'),
      fn
        .countAll<number>()
        .filterWhere(eb.and([eb('source_id', '>=', 'sample/'), eb('source_id', '<', 'sample0')]))
        .as('sample'),
    ])
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), sample: Number(row.sample) };
}
