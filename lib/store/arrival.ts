import type { Kysely } from 'kysely';
import type { Actor } from '#lib/model/actor.ts';
import { articleSchema } from '#lib/model/article.ts';
import type { Finding, StoryPolicy } from '#lib/model/finding.ts';
import type { ArticleSource } from './article-sources.ts';
import type { Override } from './overrides.ts';
import type { ArticleRow, Tables } from './schema.ts';

/** How a version of a story came in. */
export type Arrival = {
  /** Of what came in; the same again means that nothing changed. */
  contentHash: string;
  /** Pictures could not be had; the next import tries them again. */
  wantsPictures: boolean;
  /** How its sender dates this version, in ISO 8601 and UTC, if it does. */
  version?: string | undefined;
  /** Versions may come in any order: one that is dated before what is here never replaces it. */
  isVersioned?: boolean | undefined;
  /** The way it came, where the same story may come in several. */
  origin?: Origin | undefined;
  /** Slugs to go on with where the story's own is taken. With them a story keeps the address that it
   *  has; without them it asked for its slug, and stands there or nowhere. */
  otherSlugs?: readonly string[] | undefined;
  /** What its audit found. */
  findings?: readonly Finding[] | undefined;
  /** Whether it waits for an editor where it has serious findings: lib/store/judge-hold.ts. */
  policy?: StoryPolicy | undefined;
  /** An editor lets it through. */
  override?: Override | undefined;
  /** Somebody changed it here, and told readers this of it. */
  correction?: { actor: Actor; note: string | null } | undefined;
  /** What the story was made from. */
  source?: ArticleSource | undefined;
  /** Replaces this revision and no other. */
  replaces?: number | undefined;
  /** Is the version that waits with this content hash: not one that has taken its place since. */
  waitsAs?: string | undefined;
};

/** A feed may hold only the beginning of a story, so it gives way to all others. */
export type Origin = `${'feed' | 'page' | 'wordpress' | 'wire'}:${string}`;

/** What becomes of an arrival. `withdrawn`: the newsroom took the story off, and no import brings it
 *  back. `taken back`: its sender did, and this version is not newer. */
export type Verdict = {
  outcome: 'new' | 'changed' | 'unchanged' | 'older' | 'withdrawn' | 'taken back';
  known: ArticleRow | undefined;
  /** Why its sender took it back. */
  reason?: string;
};

/** Decides what becomes of a version that arrives. Only inside of the transaction that stores it is
 *  that the last word: two imports may have versions of one story in hand. */
export async function judgeArrival(
  db: Kysely<Tables>,
  sourceId: string,
  arrival: Arrival,
): Promise<Verdict> {
  const known = await findStory(db, sourceId);
  const taken = await findWithdrawal(db, sourceId);
  if (known?.state === 'withdrawn' && !taken) return { outcome: 'withdrawn', known };
  if (taken) {
    const isNewer =
      taken.at !== null && arrival.version !== undefined && arrival.version > taken.at;
    if (!isNewer) return { outcome: 'taken back', known, reason: taken.reason };
    return { outcome: known ? 'changed' : 'new', known };
  }
  if (!known) return { outcome: 'new', known };
  if (isSame(known, arrival)) return { outcome: 'unchanged', known };
  const here = await versionOf(db, known);
  if (arrival.isVersioned && arrival.version && arrival.version < here) {
    return { outcome: 'older', known };
  }
  return { outcome: givesWay(known, here, arrival) ? 'unchanged' : 'changed', known };
}

/** The story that its sender calls so, whatever its state. */
export function findStory(db: Kysely<Tables>, sourceId: string): Promise<ArticleRow | undefined> {
  return db.selectFrom('articles').selectAll().where('source_id', '=', sourceId).executeTakeFirst();
}

/** What its sender took back, if it did. */
export function findWithdrawal(db: Kysely<Tables>, sourceId: string) {
  return db
    .selectFrom('withdrawals')
    .selectAll()
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
}

/** How its sender dates the version that is here. What was changed here since is no version of the
 *  sender's. The store keeps no version numbers: those of two senders don't compare. */
export async function versionOf(
  db: Kysely<Tables>,
  { id, document }: Pick<ArticleRow, 'id' | 'document'>,
): Promise<string> {
  const source = await db
    .selectFrom('article_sources')
    .select('sent_at')
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (source) return source.sent_at;
  const { updated, published } = articleSchema.parse(JSON.parse(document));
  return updated ?? published;
}

function isSame(row: ArticleRow, { contentHash, wantsPictures }: Arrival): boolean {
  return row.content_hash === contentHash && (row.wants_pictures === 1) === wantsPictures;
}

/** The same version come another way changes nothing, though it is never the same to the letter:
 *  otherwise a story would change with each import of either. Only what stands behind a feed is
 *  better than the feed. */
function givesWay(known: ArticleRow, here: string, { origin, version }: Arrival): boolean {
  if (!origin || !known.origin || origin === known.origin) return false;
  if (version && version > here) return false;
  return !isFeed(known.origin) || isFeed(origin);
}

function isFeed(origin: string): boolean {
  return origin.startsWith('feed:');
}
