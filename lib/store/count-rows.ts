import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { TableName } from './tables.ts';

/** How many rows each of these tables has. */
export async function countRows(
  db: Kysely<Tables>,
  tables: readonly TableName[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow();
    counts[table] = row.all;
  }
  return counts;
}
