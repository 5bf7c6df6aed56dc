import type { Transaction } from 'kysely';
import type { Article } from '#lib/model/article.ts';
import { paths } from '#lib/model/paths.ts';
import type { Arrival } from './arrival.ts';
import { recordAct } from './audit-log.ts';
import type { Tables } from './schema.ts';

/** Keeps who changed a story here, if somebody did. */
export async function recordCorrection(
  transaction: Transaction<Tables>,
  id: string,
  { lang, slug }: Pick<Article, 'lang' | 'slug'>,
  { correction, waits }: Pick<Arrival, 'correction'> & { waits: boolean },
): Promise<void> {
  if (!correction) return;
  const { actor, note } = correction;
  const details = { address: paths.article(lang, slug), note, waits };
  await recordAct(transaction, { actor, act: 'story.corrected', subject: id, details });
}
