import type { CacheHandler } from 'next/cache';

/** Next's handler for `'use cache'` functions. It keeps nothing: pages are kept whole, a question
 *  to the store takes microseconds, and what is not kept can't be stale (docs/adr/0003). */
const dataCache: CacheHandler = {
  get: async () => undefined,
  set: async (_key, pending) => {
    const { value } = await pending;
    // Next waits for the stream to be read to its end. To cancel it is not enough: it is one arm of
    // a fork, and `cancel` would wait for the other (Streams Standard, ReadableStreamDefaultTee).
    for await (const _ of value);
  },
  refreshTags: async () => {},
  getExpiration: async () => 0,
  updateTags: async () => {},
};

export default dataCache;
