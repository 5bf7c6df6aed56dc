import type { Transaction } from 'kysely';
import type { Actor } from '#lib/model/actor.ts';
import { type Finding, isSerious } from '#lib/model/finding.ts';
import { paths } from '#lib/model/paths.ts';
import { recordAct } from './audit-log.ts';
import type { ArticleRow, Tables } from './schema.ts';

/** Who lets a story through in spite of its findings, and why. */
export type Override = { editor: string; reason: string; actor: Actor };

/** Keeps a decision for good, with the barriers that it accepts. */
export async function recordOverride(
  transaction: Transaction<Tables>,
  { id, lang, slug }: Pick<ArticleRow, 'id' | 'lang' | 'slug'>,
  { editor, reason, actor }: Override,
  findings: readonly Finding[],
): Promise<void> {
  const accepted = findings.filter(isSerious);
  await transaction
    .insertInto('overrides')
    .values({
      article_id: id,
      at: new Date().toISOString(),
      editor,
      reason,
      findings: JSON.stringify(accepted),
    })
    .execute();
  const address = paths.article(lang, slug);
  const details = { address, editor, reason, findings: accepted.length };
  await recordAct(transaction, { actor, act: 'story.published', subject: id, details });
}
