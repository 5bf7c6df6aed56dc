import type { Kysely, Transaction } from 'kysely';
import { type Article, articleSchema } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { Arrival } from './arrival.ts';
import { parseFindings } from './findings.ts';
import type { Tables } from './schema.ts';

/** A newer version of a story that waits for an editor, while the one before it stays as it is. */
export type WaitingVersion = {
  since: string;
  article: Article;
  arrival: Arrival;
  findings: Finding[];
};

/** Puts a version aside, in place of the one that waited before. */
export async function keepWaiting(
  transaction: Transaction<Tables>,
  articleId: string,
  article: Article,
  { findings = [], policy: _, replaces: __, correction: ___, waitsAs: ____, ...arrival }: Arrival,
  since: string = new Date().toISOString(),
): Promise<void> {
  const values = {
    since,
    document: JSON.stringify(article),
    arrival: JSON.stringify(arrival),
    findings: JSON.stringify(findings),
  };
  await transaction
    .insertInto('waiting_versions')
    .values({ article_id: articleId, ...values })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(values))
    .execute();
}

/** The version of a story that waits; null if none does. */
export async function findWaiting(
  db: Kysely<Tables>,
  articleId: string,
): Promise<WaitingVersion | null> {
  const row = await db
    .selectFrom('waiting_versions')
    .selectAll()
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    since: row.since,
    article: articleSchema.parse(JSON.parse(row.document)),
    // It was written by keepWaiting, so its shape is known.
    arrival: JSON.parse(row.arrival),
    findings: parseFindings(row.findings),
  };
}

/** Lets a waiting version go: what came since is newer, or the story was withdrawn. */
export async function dropWaiting(db: Kysely<Tables>, articleId: string): Promise<void> {
  await db.deleteFrom('waiting_versions').where('article_id', '=', articleId).execute();
}
