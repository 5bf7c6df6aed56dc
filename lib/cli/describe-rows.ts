/** How many rows each table has, for a person: a line each. */
export function describeRows(rows: Record<string, number>): string {
  return Object.entries(rows)
    .map(([table, count]) => `  ${table.padEnd(16)}${count}`)
    .join('\n');
}
