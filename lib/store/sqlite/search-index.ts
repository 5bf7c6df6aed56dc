import { sql } from 'kysely';
import type { SearchIndex, SearchMatch } from '../engine.ts';

const COLUMNS: Record<SearchMatch['within'], string> = {
  headline: '{headline}',
  opening: '{headline standfirst people}',
  anywhere: '{headline standfirst people body}',
};

/** FTS5, which reads matches off the end of its index as they are asked for. */
export const sqliteSearch: SearchIndex = {
  async add(transaction, row, { lang, headline, standfirst, people, body }) {
    await sql`
      INSERT INTO article_search (rowid, lang, headline, standfirst, people, body) VALUES (
        ${row}, ${lang}, ${headline.join(' ')}, ${standfirst.join(' ')}, ${people.join(' ')},
        ${body.join(' ')}
      )
    `.execute(transaction);
  },

  async remove(transaction, row) {
    await sql`DELETE FROM article_search WHERE rowid = ${row}`.execute(transaction);
  },

  async newest(db, { lang, phrases, within }, { limit, offset }) {
    const words = phrases.map((terms) => `"${terms.join(' ')}"`).join(' AND ');
    const match = `(lang : "${lang}") AND (${COLUMNS[within]} : (${words}))`;
    const { rows } = await sql<{ rowid: number }>`
      SELECT rowid FROM article_search WHERE article_search MATCH ${match}
      ORDER BY rowid DESC LIMIT ${limit} OFFSET ${offset}
    `.execute(db);
    return rows.map((row) => row.rowid);
  },
};
