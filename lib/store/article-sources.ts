import type { Transaction } from 'kysely';
import type { Correction } from '#lib/model/article.ts';
import type { Picture } from '#lib/model/picture.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';

/** The pictures made for a story, by the address that it gave. */
export type MadePictures = { story: Record<string, Picture>; portrait: Record<string, Picture> };

/** What a story was made from. A part of it can then be changed and the story made anew, through the
 *  same one way in, with the pictures that it has. */
export type ArticleSource = {
  /** Checked against lib/model/article-input.ts. */
  input: unknown;
  pictures: MadePictures;
  /** How its sender dates the version that came in last, in ISO 8601 and UTC. */
  sentAt: string;
  /** Of the story as its sender sent it last, before anything was changed here. */
  sentHash: string;
  /** Corrections that were made here. They stay when its sender sends another version. */
  corrections: Correction[];
};

/** What this story was made from; null for one that came in before this was kept. */
export async function findSource(store: Store, articleId: string): Promise<ArticleSource | null> {
  const row = await store.db
    .selectFrom('article_sources')
    .selectAll()
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    input: JSON.parse(row.input),
    pictures: JSON.parse(row.pictures),
    sentAt: row.sent_at,
    sentHash: row.sent_hash,
    corrections: JSON.parse(row.corrections),
  };
}

/** Keeps what a story was made from, in the transaction that stores it. */
export async function keepSource(
  transaction: Transaction<Tables>,
  articleId: string,
  { input, pictures, sentAt, sentHash, corrections }: ArticleSource,
): Promise<void> {
  const values = {
    input: JSON.stringify(input),
    pictures: JSON.stringify(pictures),
    sent_at: sentAt,
    sent_hash: sentHash,
    corrections: JSON.stringify(corrections),
  };
  await transaction
    .insertInto('article_sources')
    .values({ article_id: articleId, ...values })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(values))
    .execute();
}
