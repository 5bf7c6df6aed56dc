import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Actor } from '#lib/model/actor.ts';
import type { Alert, AlertChange, AlertEnd, AlertInput, AlertRecord } from '#lib/model/alert.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import { alertOf, alertRecordOf } from './alert-rows.ts';
import { recordAct } from './audit-log.ts';
import { recordChange } from './changes.ts';
import type { Store } from './open-store.ts';
import type { AlertRow, ChangeKind, Tables } from './schema.ts';

type Raising = {
  /** Milliseconds in which it can still be undone; it goes out after them. */
  waits?: number;
  /** Why it is raised, for the newsroom. */
  note?: string;
};

/** Raises an alert: at once, or after a wait in which it can be undone. */
export async function raiseAlert(
  store: Store,
  input: AlertInput,
  actor: Actor,
  raising: Raising = {},
): Promise<AlertRecord> {
  const id = randomBytes(5).toString('hex');
  return store.db
    .transaction()
    .execute((transaction) => raise(transaction, { id, ...input }, actor, raising, Date.now()));
}

/** Raises several alerts at one instant, or none of them. An id that is known already raises nothing
 *  and answers what became of it, so that a form that is sent twice raises once. */
export async function raiseAlerts(
  store: Store,
  inputs: readonly (AlertInput & { id: string })[],
  actor: Actor,
  raising: Raising = {},
): Promise<AlertRecord[]> {
  return store.db.transaction().execute(async (transaction) => {
    const now = Date.now();
    const alerts: AlertRecord[] = [];
    for (const input of inputs) {
      alerts.push(await raise(transaction, input, actor, raising, now));
    }
    return alerts;
  });
}

async function raise(
  transaction: Transaction<Tables>,
  input: AlertInput & { id: string },
  actor: Actor,
  { waits = 0, note = '' }: Raising,
  now: number,
): Promise<AlertRecord> {
  const goesOut = new Date(now + waits).toISOString();
  const row: AlertRow = {
    id: input.id,
    lang: input.lang,
    text: input.text,
    link: input.link ?? null,
    emergency: input.emergency ? 1 : 0,
    raised: goesOut,
    expires: input.expires ?? null,
    ended: null,
    waits_until: waits > 0 ? goesOut : null,
    raised_by: actor.name,
    note,
    ended_by: null,
    ended_why: null,
    ended_note: '',
  };
  const isNew = await transaction
    .insertInto('alerts')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!isNew) {
    const known = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow();
    return alertRecordOf(known);
  }
  const { lang, text, link, emergency } = alertOf(row);
  const details = { lang, text, link, emergency, expires: row.expires, note };
  await recordAct(transaction, { actor, act: 'alert.raised', subject: row.id, details });
  if (row.waits_until === null) await tellOf(transaction, 'alert.raised', row, goesOut);
  return alertRecordOf(row);
}

/** Takes an alert back before it goes out. Answers null if it is out already, or not there. */
export async function undoAlert(store: Store, id: string, actor: Actor): Promise<Alert | null> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', id)
      .where('ended', 'is', null)
      .where('waits_until', 'is not', null)
      .executeTakeFirst();
    if (!row) return null;
    await transaction
      .updateTable('alerts')
      .set({
        ended: new Date().toISOString(),
        ended_by: actor.name,
        ended_why: 'undone',
        waits_until: null,
      })
      .where('id', '=', id)
      .execute();
    const details = { lang: row.lang, text: row.text };
    await recordAct(transaction, { actor, act: 'alert.undone', subject: id, details });
    return alertOf(row);
  });
}

/** Sends out the alerts whose wait is over by `now` (ISO 8601). */
export async function sendDueAlerts(store: Store, now: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('ended', 'is', null)
      .where('waits_until', '<=', now)
      .execute();
    for (const row of rows) {
      await transaction
        .updateTable('alerts')
        .set({ waits_until: null, raised: now })
        .where('id', '=', row.id)
        .execute();
      await tellOf(transaction, 'alert.raised', row, now);
    }
  });
}

/** Mends an alert that stands. Readers see it at once, and nothing is announced. Answers null if none
 *  of that id stands. */
export async function changeAlert(
  store: Store,
  id: string,
  change: AlertChange,
  actor: Actor,
): Promise<Alert | null> {
  return store.db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', id)
      .where('ended', 'is', null)
      .executeTakeFirst();
    if (!before) return null;
    const row = { ...before, ...change };
    await transaction.updateTable('alerts').set(change).where('id', '=', id).execute();
    const { lang, text, link, expires } = row;
    const details = { lang, before: before.text, text, link, expires };
    await recordAct(transaction, { actor, act: 'alert.changed', subject: id, details });
    if (row.waits_until === null) {
      await tellOf(transaction, 'alert.changed', row, new Date().toISOString());
    }
    return alertOf(row);
  });
}

/** Clears one alert, or all that stand, and those that wait to go out. Answers them. */
export async function clearAlerts(
  store: Store,
  actor: Actor,
  { id, note = '' }: { id?: string | undefined; note?: string } = {},
): Promise<Alert[]> {
  return store.db.transaction().execute(async (transaction) => {
    let query = transaction.selectFrom('alerts').selectAll().where('ended', 'is', null);
    // Not by whether it is empty: an empty id is that of no alert, and never means all.
    if (id !== undefined) query = query.where('id', '=', id);
    const rows = await query.execute();
    for (const row of rows) {
      const details = { lang: row.lang, text: row.text, note };
      await recordAct(transaction, { actor, act: 'alert.cleared', subject: row.id, details });
    }
    return end(transaction, rows, {
      ended: new Date().toISOString(),
      ended_by: actor.name,
      ended_why: 'cleared',
      ended_note: note,
    });
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
    await end(transaction, rows, {
      ended: now,
      ended_by: null,
      ended_why: 'expired',
      ended_note: '',
    });
  });
}

/** The next instant at which an alert goes out or runs out; null if there is none. */
export async function nextAlertInstant(store: Store): Promise<string | null> {
  const row = await store.db
    .selectFrom('alerts')
    .select(({ fn }) => [fn.min('expires').as('expires'), fn.min('waits_until').as('goesOut')])
    .where('ended', 'is', null)
    .executeTakeFirst();
  const instants = [row?.expires, row?.goesOut].filter((at) => typeof at === 'string');
  return instants.sort()[0] ?? null;
}

type Ending = { ended: string; ended_by: string | null; ended_why: AlertEnd; ended_note: string };

async function end(
  transaction: Transaction<Tables>,
  rows: AlertRow[],
  ending: Ending,
): Promise<Alert[]> {
  for (const row of rows) {
    await transaction
      .updateTable('alerts')
      .set({ ...ending, waits_until: null })
      .where('id', '=', row.id)
      .execute();
    // Readers never had one that was still waiting.
    if (row.waits_until === null) await tellOf(transaction, 'alert.ended', row, ending.ended);
  }
  return rows.map(alertOf);
}

async function tellOf(
  transaction: Transaction<Tables>,
  kind: Extract<ChangeKind, `alert.${string}`>,
  { id, lang }: Pick<AlertRow, 'id' | 'lang'>,
  at: string,
): Promise<void> {
  await recordChange(transaction, { at, kind, subject: id, tags: [cacheTags.alert(lang)] });
}
