import path from 'node:path';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';

const inCache = (file) => path.join(import.meta.dirname, 'lib/cache', file);

/** @returns {import('next').NextConfig} */
export default function config(phase) {
  // A build renders one page of each kind to check it. It must never open the newsroom's own store.
  if (phase === PHASE_PRODUCTION_BUILD) {
    process.env.LEDE_DATABASE = 'file::memory:';
    delete process.env.LEDE_DATABASE_FILE;
  }

  return {
    cacheComponents: true,
    partialPrefetching: true,
    // Whole pages and the data inside them follow one clock (docs/adr/0003).
    cacheHandler: inCache('page-cache.ts'),
    cacheHandlers: { default: inCache('data-cache.ts') },
    cacheMaxMemorySize: 0,
    // Crawlers get the same cached page as readers.
    htmlLimitedBots: /(?!)/,
    // server.ts compresses, names the page's security policy, and keeps quiet about what it runs on.
    compress: false,
    poweredByHeader: false,
    reactStrictMode: true,
    // Types are checked by `npm run check`; a start need not wait for it.
    typescript: { ignoreBuildErrors: true },
    serverExternalPackages: ['pg', 'sharp'],
    experimental: { globalNotFound: true },
  };
}
