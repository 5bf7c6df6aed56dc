import type { StoredSource } from '#lib/store/sources.ts';
import { sourceInWords } from '#lib/text/source-in-words.ts';

/** A source for a person: what it is, and a line for each thing to know of it. */
export function describeSource(source: StoredSource, now: number): string {
  const told = sourceInWords(source, now);
  return [source.name, ...told.map(([label, what]) => `  ${label.padEnd(14)}${what}`)].join('\n');
}
