import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#lib/model/actor.ts';
import type { Session } from '#lib/model/session.ts';
import type { Token } from '#lib/model/token.ts';
import { recordAct } from './audit-log.ts';
import type { Store } from './open-store.ts';
import type { SessionRow } from './schema.ts';
import { findTokenById, isValid } from './tokens.ts';

/** `<id>_<secret>`: the id finds the row without comparing secrets. */
const SECRET = /^([0-9a-f]{12})_[0-9a-f]{64}$/;

/** A shift, and the next one if somebody goes on working. */
const SESSION_LASTS_MS = 12 * 60 * 60_000;

/** Then the token must be shown again, however busy the week was: a cookie that was copied does not
 *  open the desk for ever. */
export const LONGEST_SESSION_MS = 7 * 24 * 60 * 60_000;

/** When somebody was last seen is for who looks through the list, not for a protocol. */
const SEEN_IS_NOTED_EVERY = 5 * 60_000;

/** Signs somebody in who has shown a token. The secret is in this answer and nowhere else. */
export async function openSession(
  store: Store,
  token: Token,
  device: string,
  actor: Actor,
): Promise<{ session: Session; secret: string }> {
  const id = randomBytes(6).toString('hex');
  const secret = `${id}_${randomBytes(32).toString('hex')}`;
  const now = Date.now();
  const row: SessionRow = {
    id,
    token_id: token.id,
    hash: hashOf(secret).toString('hex'),
    device: device.slice(0, 200),
    created: new Date(now).toISOString(),
    last_seen: new Date(now).toISOString(),
    expires: new Date(now + SESSION_LASTS_MS).toISOString(),
    ended: null,
    reply: null,
  };
  await store.db.transaction().execute(async (transaction) => {
    await forgetReplies(transaction, row.created);
    await transaction.insertInto('sessions').values(row).execute();
    const details = { device: row.device };
    await recordAct(transaction, { actor, act: 'session.opened', subject: id, details });
  });
  return { session: sessionOf(row), secret };
}

export type SignedIn = {
  session: Session;
  token: Token;
  /** What was last left to be said on the next page, as JSON. */
  reply: string | null;
};

/** Who is signed in with this secret; null where nobody is, or their token holds no more. */
export async function findSession(store: Store, secret: string): Promise<SignedIn | null> {
  const [, id] = SECRET.exec(secret) ?? [];
  if (!id) return null;
  const row = await store.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !timingSafeEqual(Buffer.from(row.hash, 'hex'), hashOf(secret))) return null;
  const now = new Date().toISOString();
  if (row.ended !== null || row.expires <= now) return null;
  const token = await findTokenById(store, row.token_id);
  if (!token || !isValid(token, now)) return null;
  // A store that can't be written (a full disk, a standby) can still be read, at the desk too.
  await noteSeen(store, row).catch((error) => console.error('A session was not noted:', error));
  return { session: sessionOf(row), token, reply: row.reply };
}

/** Ends a session. Answers null if there is none that is open. */
export async function endSession(
  store: Store,
  id: string,
  act: 'session.closed' | 'session.revoked',
  actor: Actor,
): Promise<Session | null> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('sessions')
      .set({ ended: new Date().toISOString(), reply: null })
      .where('id', '=', id)
      .where('ended', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    const details = { device: row.device, name: await nameOf(transaction, row) };
    await recordAct(transaction, { actor, act, subject: id, details });
    return sessionOf(row);
  });
}

/** The sessions that are open at `now` (ISO 8601), the one seen last first. */
export async function openSessions(store: Store, now: string): Promise<Session[]> {
  const rows = await store.db
    .selectFrom('sessions')
    .innerJoin('tokens', 'tokens.id', 'sessions.token_id')
    .selectAll('sessions')
    .where('ended', 'is', null)
    .where('sessions.expires', '>', now)
    .where('tokens.revoked', 'is', null)
    .where(({ or, eb }) => or([eb('tokens.expires', 'is', null), eb('tokens.expires', '>', now)]))
    .orderBy('last_seen', 'desc')
    .execute();
  return rows.map(sessionOf);
}

/** Keeps what is to be said on the next page of a session, as JSON. */
export async function leaveReply(store: Store, id: string, reply: string): Promise<void> {
  await store.db.updateTable('sessions').set({ reply }).where('id', '=', id).execute();
}

async function noteSeen(store: Store, { id, created, last_seen }: SessionRow): Promise<void> {
  const now = Date.now();
  const last = Date.parse(created) + LONGEST_SESSION_MS;
  if (now - Date.parse(last_seen) < SEEN_IS_NOTED_EVERY) return;
  await store.db
    .updateTable('sessions')
    .set({
      last_seen: new Date(now).toISOString(),
      expires: new Date(Math.min(now + SESSION_LASTS_MS, last)).toISOString(),
    })
    .where('id', '=', id)
    .execute();
}

/** What somebody typed stays no longer than their session, which nobody ends when its time runs out. */
async function forgetReplies(db: Store['db'], now: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ reply: null })
    .where('expires', '<=', now)
    .where('reply', 'is not', null)
    .execute();
}

/** Whose session it is. */
async function nameOf(db: Store['db'], { token_id }: SessionRow): Promise<string> {
  const token = db.selectFrom('tokens').select('name').where('id', '=', token_id);
  return (await token.executeTakeFirstOrThrow()).name;
}

/** A plain hash is enough: nobody can try 2^256 secrets, so there is nothing to slow down. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    tokenId: row.token_id,
    device: row.device,
    created: row.created,
    lastSeen: row.last_seen,
    expires: row.expires,
  };
}
