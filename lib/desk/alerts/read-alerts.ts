import type { AlertRecord } from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { openAlerts, pastAlerts } from '#lib/store/alert-lists.ts';
import type { Desk } from '../desk.ts';
import { newestHeadlines } from './named-stories.ts';
import { raisedTogether } from './raise-draft.ts';

/** Past alerts on one page. */
const PAGE = 30;

export type Alerts = {
  /** Alerts that wait to go out, those that were raised together together. */
  waiting: AlertRecord[][];
  standing: AlertRecord[];
  past: AlertRecord[];
  /** The id after which the older ones come; null if there are none. */
  olderAfter: string | null;
};

/** All alerts there are; of the past ones a page, those after the alert with the id `after`. */
export async function readAlerts({ store }: Desk, after: string): Promise<Alerts> {
  const open = await openAlerts(store);
  const now = new Date().toISOString();
  const past = await pastAlerts(store, { limit: PAGE + 1, ...(after ? { after } : {}) });
  const shown = past.slice(0, PAGE);
  return {
    waiting: raisedTogether(open.filter(({ waitsUntil }) => waitsUntil !== null)),
    standing: open.filter(
      ({ waitsUntil, expires }) => waitsUntil === null && (expires === null || expires > now),
    ),
    past: shown,
    olderAfter: past.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The headlines that each edition offers for a link. */
export async function offeredHeadlines(
  desk: Desk,
): Promise<{ lang: LanguageCode; headlines: string[] }[]> {
  return Promise.all(
    desk.config.languages.map(async (lang) => ({
      lang,
      headlines: await newestHeadlines(desk, lang),
    })),
  );
}
