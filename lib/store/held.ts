import type { Transaction } from 'kysely';
import { type Finding, isSerious } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { findById, parseDocument, saveArticle } from './articles.ts';
import { findingsOf, parseFindings } from './findings.ts';
import type { Store } from './open-store.ts';
import { type Override, recordOverride } from './overrides.ts';
import { publishStored } from './publish-stored.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { findWaiting } from './waiting-versions.ts';

/** A story that waits for an editor, whole or with its newest version. */
export type HeldStory = {
  id: string;
  lang: LanguageCode;
  slug: string;
  headline: string;
  /** The version before it stays with readers meanwhile. */
  isUpdate: boolean;
  since: string;
  /** Why an editor holds it, whatever its findings; null where none does. */
  reason: string | null;
  findings: Finding[];
};

/** All that waits for an editor, the longest first. Of a story that an editor holds and that has a newer
 *  version, the newer one: it is what is let through. */
export async function listHeld(store: Store): Promise<HeldStory[]> {
  const stories = await store.db
    .selectFrom('articles')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.article_id', '=', 'articles.id')
        .onRef('revisions.revision', '=', 'articles.revision'),
    )
    .leftJoin('findings', 'findings.article_id', 'articles.id')
    .leftJoin('waiting_versions as newer', 'newer.article_id', 'articles.id')
    .select(({ fn }) => [
      'id',
      'lang',
      'slug',
      fn.coalesce('newer.document', 'articles.document').as('document'),
      fn.coalesce('held_at', 'at').as('since'),
      'held_reason as reason',
      fn.coalesce('newer.findings', 'findings.findings').as('findings'),
    ])
    .where('state', '=', 'held')
    .execute();
  const updates = await store.db
    .selectFrom('waiting_versions')
    .innerJoin('articles', 'articles.id', 'waiting_versions.article_id')
    .select(['id', 'lang', 'slug', 'waiting_versions.document', 'since', 'findings'])
    .where('state', '!=', 'held')
    .execute();
  return [
    ...stories.map((row) => heldStory(row, false)),
    ...updates.map((row) => heldStory({ ...row, reason: null }, true)),
  ].sort((one, other) => one.since.localeCompare(other.since));
}

type HeldRow = Pick<ArticleRow, 'id' | 'lang' | 'slug' | 'document'> & {
  since: string;
  reason: string | null;
  findings: string | null;
};

function heldStory({ document, findings, ...row }: HeldRow, isUpdate: boolean): HeldStory {
  const { headline } = parseDocument(document);
  const all = findings === null ? [] : parseFindings(findings);
  return { ...row, headline, isUpdate, findings: all.filter(isSerious) };
}

/** Lets a story through that waits, and keeps who did it and why. The same barriers don't hold it
 *  again. Answers its state, since it may be under embargo; null if nothing waits. Throws
 *  SlugTakenError, and RevisionMovedError if the story is changed at the same moment. */
export async function publishHeld(
  store: Store,
  id: string,
  override: Override,
): Promise<ArticleRow['state'] | null> {
  const waiting = await findWaiting(store.db, id);
  if (waiting) {
    const { article, arrival, findings } = waiting;
    const before = await findById(store, id);
    const { outcome } = await saveArticle(store, article, {
      ...arrival,
      findings,
      override,
      policy: 'publish',
      replaces: before?.revision,
      waitsAs: arrival.contentHash,
    });
    if (outcome !== 'changed') return null;
  } else if (!(await publishStory(store, id, override))) return null;
  return (await findById(store, id))?.state ?? null;
}

async function publishStory(store: Store, id: string, override: Override): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('articles')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'held')
      .executeTakeFirst();
    if (!row) return false;
    const findings = await findingsOf({ db: transaction }, id);
    await recordOverride(transaction, row, override, findings);
    await release(store, transaction, row);
    return true;
  });
}

async function release(
  store: Store,
  transaction: Transaction<Tables>,
  row: ArticleRow,
): Promise<void> {
  const now = new Date().toISOString();
  const { embargoedUntil } = parseDocument(row.document);
  if (embargoedUntil === null || embargoedUntil <= now) {
    await publishStored(store, transaction, row, now);
    return;
  }
  await transaction
    .updateTable('articles')
    .set({ state: 'embargoed', release_at: embargoedUntil, held_at: null, held_reason: null })
    .where('id', '=', row.id)
    .execute();
}
