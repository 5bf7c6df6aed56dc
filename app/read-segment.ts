/** A segment of an address as it was meant, without percent encoding. Next hands some on decoded,
 *  and then a percent sign in it is just that. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
