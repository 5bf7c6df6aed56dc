import { LRUCache } from 'lru-cache';
import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache';
import { readPageSignals } from './page-signals.ts';
import { securityPolicy } from './security-policy.ts';
import { sharedTagClock } from './tag-clock.ts';

type Value = NonNullable<Parameters<CacheHandler['set']>[1]>;
type Entry = { value: Value; storedAt: number; position: number; tags: string[] };

const MOST_BYTES = 128 * 1024 * 1024;

const key = Symbol.for('lede.page-cache');
const shared = globalThis as { [key]?: LRUCache<string, Entry> };

/** Next's page handler: whole pages in memory, fresh as long as the tag clock has not passed what
 *  they were read at. It also finishes each page, before it is first sent: its HTTP status and its
 *  security policy (docs/adr/0003). */
export default class PageCache implements CacheHandler {
  private readonly pages: LRUCache<string, Entry>;

  constructor() {
    shared[key] ??= new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: sizeOf });
    this.pages = shared[key];
  }

  async get(cacheKey: string): Promise<CacheHandlerValue | null> {
    const entry = this.pages.get(cacheKey);
    if (!entry) return null;
    if (!sharedTagClock().isFresh(entry.position, entry.tags)) {
      this.pages.delete(cacheKey);
      return null;
    }
    return { value: entry.value, lastModified: entry.storedAt };
  }

  async set(cacheKey: string, value: Value | null): Promise<void> {
    if (!value || !('headers' in value)) return;
    const signals = readPageSignals(String(value.headers?.['x-next-cache-tags'] ?? ''));
    if (value.kind === 'APP_PAGE') finish(value, signals.status);
    this.pages.set(cacheKey, { value, storedAt: Date.now(), ...signals });
  }

  /** Unused: pages go stale by the tag clock alone. */
  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}

function finish(page: Extract<Value, { kind: 'APP_PAGE' }>, status: number): void {
  page.status = status;
  page.headers = { ...page.headers, 'content-security-policy': securityPolicy(page.html) };
}

function sizeOf(entry: Entry, cacheKey: string): number {
  const { value } = entry;
  if (value.kind === 'APP_PAGE') {
    return cacheKey.length + value.html.length * 2 + (value.rscData?.length ?? 0);
  }
  return cacheKey.length + ('body' in value ? value.body.length : 1);
}
