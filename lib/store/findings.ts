import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { type Finding, findingSchema, isSerious } from '#lib/model/finding.ts';
import type { ArticleRow, Tables } from './schema.ts';

const findingsSchema = z.array(findingSchema);

/** Reads a list of findings back from its row. */
export function parseFindings(json: string): Finding[] {
  return findingsSchema.parse(JSON.parse(json));
}

/** What the audit found in the version of a story that is here. */
export async function findingsOf(
  store: { db: Kysely<Tables> },
  articleId: string,
): Promise<Finding[]> {
  const row = await store.db
    .selectFrom('findings')
    .select('findings')
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return row ? parseFindings(row.findings) : [];
}

/** Keeps what the audit found, in the transaction that stores the story. */
export async function keepFindings(
  transaction: Transaction<Tables>,
  articleId: string,
  findings: readonly Finding[],
): Promise<void> {
  await transaction.deleteFrom('findings').where('article_id', '=', articleId).execute();
  if (findings.length === 0) return;
  await transaction
    .insertInto('findings')
    .values({ article_id: articleId, findings: JSON.stringify(findings) })
    .execute();
}

/** The serious findings that neither stand in what was let through before nor were accepted by an
 *  editor: to hold a story for one that readers have met already would help nobody. */
export async function newBarriers(
  db: Kysely<Tables>,
  known: Pick<ArticleRow, 'id' | 'state'> | undefined,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const serious = findings.filter(isSerious);
  if (serious.length === 0 || !known) return serious;
  const wasLetThrough = known.state === 'published' || known.state === 'embargoed';
  const overrides = await db
    .selectFrom('overrides')
    .select('findings')
    .where('article_id', '=', known.id)
    .execute();
  const accepted = [
    ...overrides.flatMap((row) => parseFindings(row.findings)),
    ...(wasLetThrough ? await findingsOf({ db }, known.id) : []),
  ];
  const names = new Set(accepted.map(nameOf));
  return serious.filter((finding) => !names.has(nameOf(finding)));
}

/** The same barrier in two versions of a story. Its place in a count may move; its words don't. */
function nameOf({ rule, where }: Finding): string {
  return JSON.stringify([rule, where.kind, where.excerpt]);
}
