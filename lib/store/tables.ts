import type { Tables } from './schema.ts';

/** Every table that a backup holds, with its key: all but the search index, which is made anew, and
 *  sessions, since nobody is signed in where a store is put back. In an order in which they can be
 *  filled: what is referred to comes first. */
export const TABLES = {
  articles: ['id'],
  revisions: ['article_id', 'revision'],
  article_authors: ['article_id', 'position'],
  article_topics: ['article_id', 'slug'],
  withdrawals: ['source_id'],
  findings: ['article_id'],
  waiting_versions: ['article_id'],
  overrides: ['article_id', 'at'],
  alerts: ['id'],
  changes: ['seq'],
  article_sources: ['article_id'],
  tokens: ['id'],
  sources: ['address'],
  page_texts: ['source_id'],
  audit_log: ['seq'],
} as const satisfies { [Table in TableName]: (keyof Tables[Table])[] };

export type TableName = Exclude<keyof Tables, 'sessions'>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
