import type { Selectable } from 'kysely';
import type { Actor } from '#lib/model/actor.ts';
import type { StoryPolicy } from '#lib/model/finding.ts';
import { recordAct } from './audit-log.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';

/** What the list of sources says of one. */
export type SourceSettings = {
  /** Minutes between two askings; null if the list leaves it open. */
  every: number | null;
  lang?: string | undefined;
  section?: string | undefined;
  policy: StoryPolicy;
  fullText: boolean;
};

export type SourceListing = { address: string; name: string; settings: SourceSettings };

/** What became of asking a source. Instants are ISO 8601. */
export type SourceState = {
  askedAt: string | null;
  succeededAt: string | null;
  /** Why it gave nothing when it was last asked, in words. */
  error: string | null;
  /** In a row, since the last success. */
  failures: number;
  /** For conditional requests (RFC 9110, 13.1). */
  etag: string | null;
  lastModified: string | null;
  /** Of the last answer that was read. */
  digest: string | null;
  /** Readings in a row in which something was left to be tried again. */
  incomplete: number;
  /** Where its server says that it has moved for good. */
  movedTo: string | null;
  /** Its server says that it will not come back. */
  isGone: boolean;
  /** Taken in so far: new stories, and changes of them. */
  stories: number;
  changes: number;
};

export type StoredSource = SourceListing & { state: SourceState; nextAt: string | null };

/** Who asks a source at the moment, and until when nobody else may. */
export type Claim = { holder: string; until: string };

export const FIRST_STATE: SourceState = {
  askedAt: null,
  succeededAt: null,
  error: null,
  failures: 0,
  etag: null,
  lastModified: null,
  digest: null,
  incomplete: 0,
  movedTo: null,
  isGone: false,
  stories: 0,
  changes: 0,
};

/** Makes the stored sources those of a list. What is known of one stays; where the list says
 *  something new of it, it is read as a whole again, now. */
export async function syncSources(store: Store, listed: SourceListing[], now: string) {
  await store.db.transaction().execute(async (transaction) => {
    const rows = await transaction.selectFrom('sources').selectAll().execute();
    const known = new Map(rows.map((row) => [row.address, row]));
    const addresses = new Set(listed.map(({ address }) => address));
    const dropped = [...known.keys()].filter((address) => !addresses.has(address));
    for (const address of dropped) {
      await transaction.deleteFrom('sources').where('address', '=', address).execute();
    }
    for (const [position, { address, name, settings: wanted }] of listed.entries()) {
      const settings = JSON.stringify(wanted);
      const row = known.get(address);
      if (!row) {
        const state = JSON.stringify(FIRST_STATE);
        const values = { address, name, position, settings, state, next_at: now };
        await transaction.insertInto('sources').values(values).execute();
        continue;
      }
      const afresh = { etag: null, lastModified: null, digest: null };
      const changes =
        row.settings === settings
          ? {}
          : {
              settings,
              state: JSON.stringify({ ...sourceOf(row).state, ...afresh }),
              next_at: now,
            };
      await transaction
        .updateTable('sources')
        .set({ name, position, ...changes })
        .where('address', '=', address)
        .execute();
    }
  });
}

/** All sources, in the order of the list. */
export async function allSources(store: Store): Promise<StoredSource[]> {
  const rows = await store.db.selectFrom('sources').selectAll().orderBy('position').execute();
  return rows.map(sourceOf);
}

/** Has a source asked as soon as somebody looks, which is within a second where sources are asked at all.
 *  Answers null if there is none at this address. Where it is being asked at this moment, nothing is done. */
export async function askSoon(
  store: Store,
  address: string,
  actor: Actor,
): Promise<{ name: string; isAsking: boolean } | null> {
  return store.db.transaction().execute(async (transaction) => {
    const now = new Date().toISOString();
    const row = await transaction
      .selectFrom('sources')
      .select(['name', 'claimed_until'])
      .where('address', '=', address)
      .executeTakeFirst();
    if (!row) return null;
    const { name, claimed_until } = row;
    if (claimed_until !== null && claimed_until > now) return { name, isAsking: true };
    await transaction
      .updateTable('sources')
      .set({ next_at: now })
      .where('address', '=', address)
      .execute();
    const details = { name };
    await recordAct(transaction, { actor, act: 'source.asked', subject: address, details });
    return { name, isAsking: false };
  });
}

/** Takes a source whose time has come, so that nobody else asks it meanwhile. Null if there is none. */
export async function claimDue(store: Store, now: string, claim: Claim) {
  const due = store.db
    .selectFrom('sources')
    .select('address')
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .orderBy('next_at');
  // Looking costs nothing; only taking waits for other writers.
  for (const { address } of await due.execute()) {
    const source = await claimSource(store, address, now, claim, true);
    if (source) return source;
  }
  return null;
}

/** Takes a source, due or not. Null if somebody is asking it now, or it has been asked meanwhile. */
export async function claimSource(
  store: Store,
  address: string,
  now: string,
  { holder, until }: Claim,
  isDueOnly = false,
): Promise<StoredSource | null> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('sources')
      .selectAll()
      .where('address', '=', address)
      .executeTakeFirst();
    const isFree = row && (row.claimed_until === null || row.claimed_until <= now);
    const isDue = row?.next_at != null && row.next_at <= now;
    if (!isFree || (isDueOnly && !isDue)) return null;
    await transaction
      .updateTable('sources')
      .set({ claimed_by: holder, claimed_until: until })
      .where('address', '=', address)
      .execute();
    return sourceOf(row);
  });
}

/** Says that a source is still being asked. */
export async function renewClaim(store: Store, address: string, { holder, until }: Claim) {
  await store.db
    .updateTable('sources')
    .set({ claimed_until: until })
    .where('address', '=', address)
    .where('claimed_by', '=', holder)
    .execute();
}

/** Writes down what became of asking a source, and gives it free. Where the list says something else
 *  of it by now, what was read is not what it should be, and it is asked again as if it had not been. */
export async function finishSource(
  store: Store,
  { address, settings }: SourceListing,
  holder: string,
  { state, nextAt }: { state: SourceState; nextAt: string | null },
): Promise<void> {
  const free = { claimed_by: null, claimed_until: null };
  const claimed = store.db
    .updateTable('sources')
    .where('address', '=', address)
    .where('claimed_by', '=', holder);
  await claimed
    .where('settings', '=', JSON.stringify(settings))
    .set({ state: JSON.stringify(state), next_at: nextAt, ...free })
    .execute();
  await claimed.set(free).execute();
}

function sourceOf(row: Selectable<Tables['sources']>): StoredSource {
  return {
    address: row.address,
    name: row.name,
    settings: JSON.parse(row.settings),
    state: { ...FIRST_STATE, ...JSON.parse(row.state) },
    nextAt: row.next_at,
  };
}
