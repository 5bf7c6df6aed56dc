/** A segment of an address as it was meant, without percent encoding. One that is encoded wrongly is
 *  left as it is: it names nothing, and the page says so. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
