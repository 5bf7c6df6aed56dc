import type { Dialect, Kysely, Transaction } from 'kysely';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Tables } from './schema.ts';

/** What SQLite and PostgreSQL do each in their own way; all other queries are written once. */
export type Engine = {
  name: 'sqlite' | 'postgres';
  /** Where the store is, in words fit for a log: without a password. */
  place: string;
  /** A transaction of this dialect is alone in writing from its beginning on, unless it says that
   *  it is `read only`. */
  dialect: Dialect;
  search: SearchIndex;
  /** Throws where the store can't be reached or can't hold what Lede keeps. */
  check(db: Kysely<Tables>): Promise<void>;
  watchForWrites(): WriteWatch;
  /** After rows have come in with the numbers that they had elsewhere: goes on counting behind
   *  them. */
  settle(db: Kysely<Tables>): Promise<void>;
  /** What is wrong, as the end of the sentence “The store can't be opened: …”. */
  describeProblem(error: unknown): string;
};

/** The full-text index. It holds the terms of lib/text/search-terms.ts as they are, in their
 *  order, under row numbers that rise with the time of publication. */
export type SearchIndex = {
  add(transaction: Transaction<Tables>, row: number, story: StoryTerms): Promise<void>;
  remove(transaction: Transaction<Tables>, row: number): Promise<void>;
  /** The rows that match, the highest first. */
  newest(
    db: Kysely<Tables>,
    match: SearchMatch,
    page: { limit: number; offset: number },
  ): Promise<number[]>;
};

export type StoryTerms = {
  lang: LanguageCode;
  headline: string[];
  standfirst: string[];
  people: string[];
  body: string[];
};

export type SearchMatch = {
  lang: LanguageCode;
  /** All of them must be there; the terms of one side by side. */
  phrases: string[][];
  /** The opening is headline, standfirst, people and topics. */
  within: 'headline' | 'opening' | 'anywhere';
};

/** Tells whether anyone, in whatever process, may have written since it was last asked. It may cry
 *  wolf, and is never silent for good. */
export type WriteWatch = { areNew(): boolean; close(): Promise<void> };
