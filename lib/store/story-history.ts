import type { Finding } from '#lib/model/finding.ts';
import { parseFindings } from './findings.ts';
import type { Store } from './open-store.ts';

/** A version of a story. */
export type Revision = { revision: number; at: string };

/** The newest versions of a story, newest first. */
export function revisionsOf({ db }: Store, articleId: string, limit: number): Promise<Revision[]> {
  return db
    .selectFrom('revisions')
    .select(['revision', 'at'])
    .where('article_id', '=', articleId)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
}

/** Who let a story through, when, why, and in spite of what. */
export type KeptOverride = { at: string; editor: string; reason: string; findings: Finding[] };

/** Every decision to let a story through, newest first. */
export async function overridesOf({ db }: Store, articleId: string): Promise<KeptOverride[]> {
  const rows = await db
    .selectFrom('overrides')
    .select(['at', 'editor', 'reason', 'findings'])
    .where('article_id', '=', articleId)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, findings: parseFindings(row.findings) }));
}
