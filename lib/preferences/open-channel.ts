/** A channel to the reader's other tabs (Broadcast Channel API); null in a browser that has none, or
 *  gives none: Firefox throws where a reader lets the site keep nothing. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
