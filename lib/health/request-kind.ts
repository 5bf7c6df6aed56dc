/** What requests are counted by. */
export type RequestKind = 'page' | 'media' | 'asset' | 'api' | 'live' | 'desk' | 'health';

const BEGINNINGS = [
  ['media', /^\/media\//],
  // What Next has built, and the files of public/.
  ['asset', /^\/_next\/|^\/[^/]+\.\w+$/],
  ['live', /^\/api\/live$/],
  ['api', /^\/api\//],
  ['desk', /^\/desk(?:\/|$)/],
  ['health', /^\/(?:healthz|readyz|metrics)$/],
] as const satisfies [RequestKind, RegExp][];

/** The kind of request that an address, with or without a query, makes. */
export function requestKind(url: string): RequestKind {
  const [path = ''] = url.split('?');
  return BEGINNINGS.find(([, beginning]) => beginning.test(path))?.[0] ?? 'page';
}
