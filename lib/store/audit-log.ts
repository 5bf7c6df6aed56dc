import type { Kysely, Selectable } from 'kysely';
import type { Act } from '#lib/model/act.ts';
import type { Actor } from '#lib/model/actor.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';

/** One entry of the audit log. `details` is what there is to know beside it, in plain values. */
export type LoggedAct = {
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  actor: Actor;
  act: Act;
  /** Id or address of what it was done to. */
  subject: string;
  details: Record<string, string | number | boolean | null>;
};

/** Writes an act down, best in the transaction of what it does, so that neither is there alone. The
 *  store refuses to change or delete what is written here. */
export async function recordAct(
  db: Kysely<Tables>,
  {
    actor,
    act,
    subject,
    details = {},
  }: Pick<LoggedAct, 'actor' | 'act' | 'subject'> & {
    details?: LoggedAct['details'];
  },
): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      at: new Date().toISOString(),
      way: actor.way,
      actor: actor.name,
      token_id: actor.tokenId,
      act,
      subject,
      details: JSON.stringify(details),
    })
    .execute();
}

/** The newest acts before number `before`, or of all, newest first; those done to one subject, if it
 *  is named. */
export async function listActs(
  { db }: Store,
  { limit, before, subject }: { limit: number; before?: number; subject?: string },
): Promise<LoggedAct[]> {
  let query = db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  return (await query.execute()).map(actOf);
}

function actOf(row: Selectable<Tables['audit_log']>): LoggedAct {
  return {
    seq: row.seq,
    at: row.at,
    actor: { way: row.way, name: row.actor, tokenId: row.token_id },
    act: row.act,
    subject: row.subject,
    details: JSON.parse(row.details),
  };
}
