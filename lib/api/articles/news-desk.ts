import { openFetcher, userAgentOf } from '#lib/ingest/fetch/fetcher.ts';
import type { NewsDesk } from '#lib/ingest/news-desk.ts';
import { openPictureDesk } from '#lib/ingest/pictures.ts';
import type { Token } from '#lib/model/token.ts';
import type { ApiDesk } from '../api-desk.ts';

/** Where a story that came by this token is taken in. Its pictures are fetched anew for each call: what
 *  stands at an address may have changed since the last. */
export function newsDesk({ store, config }: ApiDesk, token: Token): NewsDesk {
  const fetcher = openFetcher({ hosts: config.fetchHosts, userAgent: userAgentOf(config) });
  return {
    store,
    pictures: openPictureDesk(config.media, fetcher),
    languages: config.languages,
    isDryRun: false,
    policy: token.holds ? 'hold' : 'publish',
  };
}
