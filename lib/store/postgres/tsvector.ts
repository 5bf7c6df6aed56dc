/** Positions in a tsvector end here, and a term keeps so many of them. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;

/** A tsvector must be smaller than 1 MiB: its terms, and two bytes for each position. */
const MOST_BYTES = 1_040_000;
const BYTES_PER_TERM = 4;
const BYTES_PER_POSITION = 2;

/** The text form of a tsvector that holds these terms and no others, in their order, without any of
 *  PostgreSQL's own ideas about words. `marks` stand in it without a position.
 *
 *  A story with more terms than positions starts again at the first one: all its phrases are still
 *  found, and very seldom one that is not there. Of a text beyond a mebibyte the end is left out.
 *  Terms are of 400 bytes at most (lib/text/text-atoms.ts), where PostgreSQL takes 2,046. */
export function tsvectorOf(fields: readonly (readonly string[])[], marks: string[] = []): string {
  const places = new Map<string, number[]>(marks.map((mark) => [mark, []]));
  let position = 0;
  let bytes = 0;
  for (const field of fields) {
    for (const term of field) {
      position += 1;
      const known = places.get(term);
      const cost = known ? BYTES_PER_POSITION : Buffer.byteLength(term) + BYTES_PER_TERM * 2;
      if (known && known.length >= MOST_POSITIONS) continue;
      if (bytes + cost > MOST_BYTES) continue;
      bytes += cost;
      const place = ((position - 1) % LAST_POSITION) + 1;
      if (known) known.push(place);
      else places.set(term, [place]);
    }
    // A gap, so that no phrase reaches from one field into the next.
    position += 1;
  }
  return [...places]
    .map(([term, at]) => (at.length > 0 ? `${quoted(term)}:${at.join(',')}` : quoted(term)))
    .join(' ');
}

/** The text form of a tsquery: all marks, and all phrases, the terms of one side by side. */
export function tsqueryOf(phrases: readonly (readonly string[])[], marks: string[] = []): string {
  const parts = [
    ...marks.map(quoted),
    ...phrases.map((terms) => `(${terms.map(quoted).join(' <-> ')})`),
  ];
  return parts.join(' & ');
}

function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
