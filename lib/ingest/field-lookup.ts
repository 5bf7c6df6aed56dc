/** Answers the value of the first of these names that a story's front matter gives. */
export type Lookup = (...names: string[]) => unknown;

/** Names are compared without regard to case, hyphens and underscores: `publishDate` is asked for
 *  as `publishdate`. Blank values and `false` count as not given. */
export function lookup(fields: Record<string, unknown>): Lookup {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    if (isGiven(value)) values.set(name.toLowerCase().replace(/[-_]/g, ''), value);
  }
  return (...names) => values.get(names.find((name) => values.has(name)) ?? '');
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== '';
}
