import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#lib/model/actor.ts';
import type { Token, TokenInput } from '#lib/model/token.ts';
import { recordAct } from './audit-log.ts';
import type { Store } from './open-store.ts';
import type { TokenRow } from './schema.ts';

/** `lede_<id>_<secret>`. The prefix lets scanners find a token that was published by mistake, the id
 *  finds the row without comparing secrets, and the secret has 256 bits. */
const TOKEN = /^lede_([0-9a-f]{12})_[0-9a-f]{64}$/;

/** When a token was used is for an editor who clears up, not for a protocol. */
const USE_IS_NOTED_EVERY = 10 * 60_000;

/** Makes a token. The secret is in this answer and nowhere else. */
export async function createToken(
  store: Store,
  { name, scopes, holds, expires }: TokenInput,
  actor: Actor,
): Promise<{ token: Token; secret: string }> {
  const id = randomBytes(6).toString('hex');
  const secret = `lede_${id}_${randomBytes(32).toString('hex')}`;
  const row: TokenRow = {
    id,
    name,
    scopes: JSON.stringify([...new Set(scopes)]),
    holds: holds ? 1 : 0,
    hash: hashOf(secret).toString('hex'),
    created: new Date().toISOString(),
    last_used: null,
    revoked: null,
    expires: expires ?? null,
  };
  await store.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('tokens').values(row).execute();
    const details = { name, scopes: scopes.join(', '), expires: row.expires };
    await recordAct(transaction, { actor, act: 'token.created', subject: id, details });
  });
  return { token: tokenOf(row), secret };
}

/** All tokens, those that were revoked too, the oldest first. */
export async function listTokens(store: Store): Promise<Token[]> {
  const rows = await store.db
    .selectFrom('tokens')
    .selectAll()
    .orderBy('created')
    .orderBy('id')
    .execute();
  return rows.map(tokenOf);
}

/** Revokes a token: the next call with it is refused. Answers null if there is none, or it was
 *  revoked before. */
export async function revokeToken(store: Store, id: string, actor: Actor): Promise<Token | null> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('tokens')
      .set({ revoked: new Date().toISOString() })
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    const details = { name: row.name };
    await recordAct(transaction, { actor, act: 'token.revoked', subject: id, details });
    return tokenOf(row);
  });
}

/** Whether a token still opens anything, at `now` (ISO 8601). */
export function isValid({ revoked, expires }: Pick<Token, 'revoked' | 'expires'>, now: string) {
  return revoked === null && (expires === null || expires > now);
}

/** The token with this secret, if it holds. How long the answer takes does not depend on how much of
 *  the secret is right. */
export async function findToken(store: Store, secret: string): Promise<Token | null> {
  const [, id] = TOKEN.exec(secret) ?? [];
  if (!id) return null;
  const row = await store.db
    .selectFrom('tokens')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !timingSafeEqual(Buffer.from(row.hash, 'hex'), hashOf(secret))) return null;
  return isValid(row, new Date().toISOString()) ? tokenOf(row) : null;
}

/** A token, whether it holds or not; null if it was never made. */
export async function findTokenById(store: Store, id: string): Promise<Token | null> {
  const row = await store.db
    .selectFrom('tokens')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? tokenOf(row) : null;
}

/** Why a secret opens nothing, for the newsroom and never for who sent it. `tokenId` is the token that
 *  it names, if there is such a token; that is no proof that they have it. */
export async function explainRefusal(
  store: Store,
  secret: string,
): Promise<{ tokenId: string | null; why: string }> {
  const [, id] = TOKEN.exec(secret) ?? [];
  if (!id) return { tokenId: null, why: 'It is no token of Lede.' };
  const row = await store.db
    .selectFrom('tokens')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return { tokenId: null, why: 'There never was such a token.' };
  const isRight = timingSafeEqual(Buffer.from(row.hash, 'hex'), hashOf(secret));
  if (!isRight) return { tokenId: id, why: 'Its secret is wrong.' };
  if (row.revoked !== null) return { tokenId: id, why: 'It was revoked.' };
  return { tokenId: id, why: 'It has expired.' };
}

/** Notes that a token was used, unless that was done a short while ago. */
export async function noteTokenUse(store: Store, { id, lastUsed }: Token): Promise<void> {
  const now = Date.now();
  if (lastUsed && now - Date.parse(lastUsed) < USE_IS_NOTED_EVERY) return;
  await store.db
    .updateTable('tokens')
    .set({ last_used: new Date(now).toISOString() })
    .where('id', '=', id)
    .execute();
}

/** A plain hash is enough: nobody can try 2^256 secrets, so there is nothing to slow down. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes),
    holds: row.holds === 1,
    created: row.created,
    lastUsed: row.last_used,
    revoked: row.revoked,
    expires: row.expires,
  };
}
