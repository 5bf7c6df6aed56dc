import type { Config } from '#lib/config/config.ts';
import type { Token } from '#lib/model/token.ts';
import type { Store } from '#lib/store/open-store.ts';
import { openFetcher, userAgentOf } from './fetch/fetcher.ts';
import type { NewsDesk } from './news-desk.ts';
import { openPictureDesk } from './pictures.ts';

type House = {
  store: Store;
  config: Pick<Config, 'siteName' | 'siteUrl' | 'media' | 'languages' | 'fetchHosts'>;
};

/** Where a story that came by this token is taken in. Its pictures are fetched anew for each: what
 *  stands at an address may have changed since the last. */
export function openNewsDesk({ store, config }: House, token: Pick<Token, 'holds'>): NewsDesk {
  const fetcher = openFetcher({ hosts: config.fetchHosts, userAgent: userAgentOf(config) });
  return {
    store,
    pictures: openPictureDesk(config.media, fetcher),
    languages: config.languages,
    isDryRun: false,
    policy: token.holds ? 'hold' : 'publish',
  };
}
