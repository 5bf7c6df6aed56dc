/** Signals that a page's data sends to the page cache as cache tags, the one thing that Next hands
 *  on from a cached function to its page handler. */

const STATUS = 'http-status:';
const POSITION = 'read-at:';

/** Says which HTTP status the page is to be sent with. */
export const statusTag = (status: number) => `${STATUS}${status}`;

/** Says where the change log stood before the data was read. */
export const positionTag = (position: number) => `${POSITION}${position}`;

export type PageSignals = { status: number; position: number; tags: string[] };

/** Reads the signals back from Next's `x-next-cache-tags` header. Without a position the page was
 *  made of nothing that changes, and position is Infinity. */
export function readPageSignals(header: string): PageSignals {
  const all = header.split(',').filter(Boolean);
  const numbers = (prefix: string) =>
    all.filter((tag) => tag.startsWith(prefix)).map((tag) => Number(tag.slice(prefix.length)));
  return {
    status: Math.max(200, ...numbers(STATUS)),
    position: Math.min(Number.POSITIVE_INFINITY, ...numbers(POSITION)),
    tags: all.filter((tag) => !tag.startsWith(STATUS) && !tag.startsWith(POSITION)),
  };
}
