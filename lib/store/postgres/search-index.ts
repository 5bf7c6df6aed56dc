import { sql } from 'kysely';
import type { SearchIndex } from '../engine.ts';
import { tsqueryOf, tsvectorOf } from './tsvector.ts';

export const postgresSearch: SearchIndex = {
  async add(transaction, row, { lang, headline, standfirst, people, body }) {
    const opening = [headline, standfirst, people];
    await sql`
      INSERT INTO article_search (search_row, lang, headline, opening, anywhere) VALUES (
        ${row},
        ${lang},
        ${tsvectorOf([headline])}::tsvector,
        ${tsvectorOf(opening)}::tsvector,
        ${tsvectorOf([...opening, body], [markOf(lang)])}::tsvector
      )
    `.execute(transaction);
  },

  async remove(transaction, row) {
    await sql`DELETE FROM article_search WHERE search_row = ${row}`.execute(transaction);
  },

  async newest(db, { lang, phrases, within }, { limit, offset }) {
    const anywhere = sql`anywhere @@ ${tsqueryOf(phrases, [markOf(lang)])}::tsquery`;
    const closer = sql`${sql.ref(within)} @@ ${tsqueryOf(phrases)}::tsquery`;
    const { rows } = await sql<{ search_row: number }>`
      SELECT search_row FROM article_search
      WHERE ${anywhere} ${within === 'anywhere' ? sql`` : sql`AND ${closer}`}
      ORDER BY search_row + 0 DESC LIMIT ${limit} OFFSET ${offset}
    `.execute(db);
    return rows.map((row) => row.search_row);
  },
};

/** Stands in the tsvector for the edition. No term has a slash. */
function markOf(lang: string): string {
  return `/${lang}`;
}
