/** Queries in a path. Base64url, since a slash or a dot in a reader's words would end the segment
 *  or change the path. */

/** Longer searches find nothing that shorter ones don't. */
const MOST_CHARACTERS = 200;

/** A reader's query as one segment of a path, without needless space. */
export function writeQuery(query: string): string {
  const words = query.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MOST_CHARACTERS);
  return Buffer.from(words, 'utf8').toString('base64url');
}

/** The query that writeQuery wrote. */
export function readQuery(segment: string): string {
  return Buffer.from(segment, 'base64url').toString('utf8');
}
