import type { ArticleState } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { parseFindings } from './findings.ts';
import type { Store } from './open-store.ts';
import { parseTeaser } from './teasers.ts';

/** A story with what its audit found. */
export type AuditedRow = {
  id: string;
  lang: LanguageCode;
  slug: string;
  state: ArticleState;
  headline: string;
  findings: Finding[];
};

/** Stories that have findings and are not withdrawn, newest first; only these, or only those of one
 *  edition. */
export async function auditedStories(
  { db }: Store,
  { lang, ids }: { lang?: LanguageCode | undefined; ids?: readonly string[] | undefined },
): Promise<AuditedRow[]> {
  let query = db
    .selectFrom('findings')
    .innerJoin('articles', 'articles.id', 'findings.article_id')
    .select(['id', 'lang', 'slug', 'state', 'teaser', 'findings'])
    .where('state', '!=', 'withdrawn')
    .orderBy('published', 'desc')
    .orderBy('id', 'desc');
  if (lang) query = query.where('lang', '=', lang);
  if (ids) query = query.where('id', 'in', [...ids]);
  const rows = await query.execute();
  return rows.map(({ teaser, findings, ...row }) => ({
    ...row,
    headline: parseTeaser({ teaser }).headline,
    findings: parseFindings(findings),
  }));
}
