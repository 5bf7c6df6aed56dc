/** Raise it when the same story comes out otherwise than before. */
const VERSION = 1;

/** The entity tag of a story: it names its revision. */
export function revisionTag(revision: number): string {
  return `"${VERSION}.${revision}"`;
}
