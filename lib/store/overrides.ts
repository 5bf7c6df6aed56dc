import type { Transaction } from 'kysely';
import { type Finding, isSerious } from '#lib/model/finding.ts';
import type { Tables } from './schema.ts';

/** Who lets a story through in spite of its findings, and why. */
export type Override = { editor: string; reason: string };

/** Keeps a decision for good, with the barriers that it accepts. */
export async function recordOverride(
  transaction: Transaction<Tables>,
  articleId: string,
  override: Override,
  findings: readonly Finding[],
): Promise<void> {
  await transaction
    .insertInto('overrides')
    .values({
      article_id: articleId,
      at: new Date().toISOString(),
      ...override,
      findings: JSON.stringify(findings.filter(isSerious)),
    })
    .execute();
}
