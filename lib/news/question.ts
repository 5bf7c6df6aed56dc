import { cacheLife, cacheTag } from 'next/cache';
import { positionTag } from '#lib/cache/page-signals.ts';
import { sharedTagClock } from '#lib/cache/tag-clock.ts';
import type { Store } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** Starts the answer to a question of a page: call it first in each `'use cache'` function, with
 *  the tags of what the answer shows. The page then goes stale when one of them changes, even if
 *  that happens while it is being made. */
export async function openFor(...tags: string[]): Promise<Store> {
  cacheLife('max');
  cacheTag(positionTag(sharedTagClock().position), ...tags);
  return sharedStore();
}
