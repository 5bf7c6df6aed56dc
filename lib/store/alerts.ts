import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Alert, alertInputSchema } from '#lib/model/alert.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { recordChange } from './changes.ts';
import type { Store } from './open-store.ts';
import type { AlertRow, Tables } from './schema.ts';

/** Raises an alert at once. */
export async function raiseAlert(
  store: Store,
  input: z.output<typeof alertInputSchema>,
): Promise<Alert> {
  const row: AlertRow = {
    id: randomBytes(5).toString('hex'),
    lang: input.lang,
    text: input.text,
    link: input.link ?? null,
    emergency: input.emergency ? 1 : 0,
    raised: new Date().toISOString(),
    expires: input.expires ?? null,
    ended: null,
  };
  await store.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('alerts').values(row).execute();
    await recordChange(transaction, {
      at: row.raised,
      kind: 'alert.raised',
      subject: row.id,
      tags: [cacheTags.alert(row.lang)],
    });
  });
  return alertOf(row);
}

/** The alerts that stand at `now`, newest first, in one edition or in all. */
export async function standingAlerts(
  store: Store,
  now: string,
  lang?: LanguageCode,
): Promise<Alert[]> {
  let query = store.db
    .selectFrom('alerts')
    .selectAll()
    .where('ended', 'is', null)
    .where(({ or, eb }) => or([eb('expires', 'is', null), eb('expires', '>', now)]))
    .orderBy('raised', 'desc');
  if (lang) query = query.where('lang', '=', lang);
  return (await query.execute()).map(alertOf);
}

/** Clears one alert, or all. Answers those that were standing. */
export async function clearAlerts(store: Store, id?: string): Promise<Alert[]> {
  return store.db.transaction().execute(async (transaction) => {
    let query = transaction.selectFrom('alerts').selectAll().where('ended', 'is', null);
    if (id) query = query.where('id', '=', id);
    return end(transaction, await query.execute(), new Date().toISOString());
  });
}

/** Ends the alerts whose time has run out by `now` (ISO 8601). */
export async function endExpiredAlerts(store: Store, now: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('ended', 'is', null)
      .where('expires', '<=', now)
      .execute();
    await end(transaction, rows, now);
  });
}

/** The next instant at which an alert runs out; null if none does. */
export async function nextExpiry(store: Store): Promise<string | null> {
  const row = await store.db
    .selectFrom('alerts')
    .select(({ fn }) => fn.min('expires').as('at'))
    .where('ended', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

async function end(
  transaction: Transaction<Tables>,
  rows: AlertRow[],
  at: string,
): Promise<Alert[]> {
  for (const row of rows) {
    await transaction.updateTable('alerts').set({ ended: at }).where('id', '=', row.id).execute();
    await recordChange(transaction, {
      at,
      kind: 'alert.ended',
      subject: row.id,
      tags: [cacheTags.alert(row.lang)],
    });
  }
  return rows.map(alertOf);
}

function alertOf(row: AlertRow): Alert {
  return {
    id: row.id,
    lang: row.lang,
    text: row.text,
    link: row.link,
    raised: row.raised,
    expires: row.expires,
    emergency: row.emergency === 1,
  };
}
