import { LRUCache } from 'lru-cache';
import type { CacheHandler } from 'next/dist/server/lib/incremental-cache';

export type KeptValue = NonNullable<Parameters<CacheHandler['set']>[1]>;
export type KeptPage = { value: KeptValue; storedAt: number; position: number; tags: string[] };

const MOST_BYTES = 128 * 1024 * 1024;

type KeptPages = {
  pages: LRUCache<string, KeptPage>;
  /** How often a page was found fresh, and how often it had to be made. */
  hits: number;
  misses: number;
};

const key = Symbol.for('lede.page-cache');
const shared = globalThis as { [key]?: KeptPages };

/** The pages that this process keeps. Next loads modules more than once, so they hang on the global
 *  object. */
export function keptPages(): KeptPages {
  shared[key] ??= {
    pages: new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: sizeOf }),
    hits: 0,
    misses: 0,
  };
  return shared[key];
}

function sizeOf(entry: KeptPage, cacheKey: string): number {
  const { value } = entry;
  if (value.kind === 'APP_PAGE') {
    return cacheKey.length + value.html.length * 2 + (value.rscData?.length ?? 0);
  }
  return cacheKey.length + ('body' in value ? value.body.length : 1);
}
