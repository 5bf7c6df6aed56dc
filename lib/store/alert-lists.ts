import type { Alert, AlertEvent, AlertRecord } from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { alertOf, alertRecordOf } from './alert-rows.ts';
import type { Store } from './open-store.ts';

/** The alerts that readers have at `now` (ISO 8601), newest first, in one edition or in all. */
export async function standingAlerts(
  store: Store,
  now: string,
  lang?: LanguageCode,
): Promise<Alert[]> {
  let query = store.db
    .selectFrom('alerts')
    .selectAll()
    .where('ended', 'is', null)
    .where('waits_until', 'is', null)
    .where(({ or, eb }) => or([eb('expires', 'is', null), eb('expires', '>', now)]))
    .orderBy('raised', 'desc')
    .orderBy('id', 'desc');
  if (lang) query = query.where('lang', '=', lang);
  return (await query.execute()).map(alertOf);
}

/** The alerts that have not ended, those that wait to go out too, newest first. */
export async function openAlerts({ db }: Store): Promise<AlertRecord[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('ended', 'is', null)
    .orderBy('raised', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(alertRecordOf);
}

/** The alerts that have ended, the one raised last first; those that come after the one with the id
 *  `after`, if it is given. */
export async function pastAlerts(
  store: Store,
  { limit, after }: { limit: number; after?: string },
): Promise<AlertRecord[]> {
  let query = store.db
    .selectFrom('alerts')
    .selectAll()
    .where('ended', 'is not', null)
    .orderBy('raised', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const last = after === undefined ? null : await findAlert(store, after);
  if (last) {
    const { raised, id } = last;
    query = query.where(({ or, and, eb }) =>
      or([eb('raised', '<', raised), and([eb('raised', '=', raised), eb('id', '<', id)])]),
    );
  }
  return (await query.execute()).map(alertRecordOf);
}

/** An alert, whatever has become of it; null if there never was one. */
export async function findAlert({ db }: Store, id: string): Promise<AlertRecord | null> {
  const row = await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? alertRecordOf(row) : null;
}

/** What became of alerts after number `position` of the change log, in its order: one event for each
 *  alert, with how it is now. */
export async function alertEventsAfter({ db }: Store, position: number): Promise<AlertEvent[]> {
  const newest = db
    .selectFrom('changes')
    .select(({ fn }) => ['subject', fn.max('seq').as('last')])
    .where('seq', '>', position)
    .where('kind', 'in', ['alert.raised', 'alert.changed', 'alert.ended'])
    .groupBy('subject');
  const rows = await db
    .selectFrom(newest.as('newest'))
    .innerJoin('alerts', 'alerts.id', 'newest.subject')
    .selectAll('alerts')
    .select('last')
    .orderBy('last')
    .execute();
  return rows.map(({ last, ...row }): AlertEvent => {
    const { id, lang } = row;
    return row.ended === null
      ? { seq: Number(last), kind: 'alert', lang, alert: alertOf(row) }
      : { seq: Number(last), kind: 'clear', lang, id };
  });
}
