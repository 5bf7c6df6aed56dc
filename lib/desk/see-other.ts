/** Leads a browser on after a form (RFC 9110, 15.4.4), to a path of this site. A header has no letters
 *  but those of ASCII, so the path is written as addresses are (RFC 3986). */
export function seeOther(to: string, headers: Record<string, string> = {}): Response {
  const { pathname, search, hash } = new URL(to, 'http://desk.invalid');
  // What `/desk/..//evil.example` comes to would be the address of another host (RFC 3986, 4.2).
  const path = pathname.replace(/^\/+/, '/');
  return new Response(null, {
    status: 303,
    headers: { location: path + search + hash, 'cache-control': 'no-store', ...headers },
  });
}

/** A path with one more value in its query. */
export function withQuery(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://desk.invalid');
  url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}
