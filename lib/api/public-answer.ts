import { createHash } from 'node:crypto';

/** Anyone may read what is published, from any page. Writing is for programs with a token, never for
 *  a browser: no answer allows it from another site. */
export const PUBLIC = { 'access-control-allow-origin': '*' };

/** Answers with JSON that everybody may have. Caches may keep it but ask each time whether it still
 *  holds: a story that is withdrawn is gone at once. */
export function publicAnswer(
  request: Request,
  content: unknown,
  headers: Record<string, string> = {},
): Response {
  const body = JSON.stringify(content);
  const etag = headers.etag ?? `"${createHash('sha256').update(body).digest('base64url')}"`;
  const all = {
    ...PUBLIC,
    'access-control-expose-headers': 'etag, link',
    'cache-control': 'public, max-age=0, must-revalidate',
    ...headers,
    etag,
  };
  if (names(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(body, { headers: { ...all, 'content-type': 'application/json' } });
}

/** Whether a condition names this tag (RFC 9110, 13.1). A tag that was made weak on its way, as by a
 *  server in front that packs answers, still names the same revision. */
export function names(condition: string | null, etag: string): boolean {
  if (condition === null) return false;
  if (condition.trim() === '*') return true;
  return condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
