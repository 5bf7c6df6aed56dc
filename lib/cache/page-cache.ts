import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache';
import { type KeptValue, keptPages } from './kept-pages.ts';
import { readPageSignals } from './page-signals.ts';
import { securityPolicy } from './security-policy.ts';
import { sharedTagClock } from './tag-clock.ts';

/** Next's page handler: whole pages in memory, fresh as long as the tag clock has not passed what
 *  they were read at. It also finishes each page, before it is first sent: its HTTP status and its
 *  security policy (docs/adr/0003). */
export default class PageCache implements CacheHandler {
  private readonly kept = keptPages();

  async get(cacheKey: string): Promise<CacheHandlerValue | null> {
    const entry = this.kept.pages.get(cacheKey);
    if (entry && sharedTagClock().isFresh(entry.position, entry.tags)) {
      this.kept.hits += 1;
      return { value: entry.value, lastModified: entry.storedAt };
    }
    this.kept.misses += 1;
    this.kept.pages.delete(cacheKey);
    return null;
  }

  async set(cacheKey: string, value: KeptValue | null): Promise<void> {
    if (!value || !('headers' in value)) return;
    const signals = readPageSignals(String(value.headers?.['x-next-cache-tags'] ?? ''));
    // What is still to be filled in at each request (the desk) is finished then.
    if (value.kind === 'APP_PAGE' && !value.postponed) finish(value, signals.status);
    this.kept.pages.set(cacheKey, { value, storedAt: Date.now(), ...signals });
  }

  /** Unused: pages go stale by the tag clock alone. */
  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}

function finish(page: Extract<KeptValue, { kind: 'APP_PAGE' }>, status: number): void {
  page.status = status;
  page.headers = { ...page.headers, 'content-security-policy': securityPolicy(page.html) };
}
