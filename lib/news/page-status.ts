import { cacheLife, cacheTag } from 'next/cache';
import { statusTag } from '#lib/cache/page-signals.ts';

/** Has the page sent as 404 Not Found. For pages that ask nothing else of the store. */
export async function markNotFound(): Promise<void> {
  'use cache';
  cacheLife('max');
  cacheTag(statusTag(404));
}
