import type { IncomingMessage, ServerResponse } from 'node:http';
import { failurePage } from './failure-page.ts';
import { statusIn, withoutScripts } from './script-free.ts';
import { securityPolicy } from './security-policy.ts';

/** Headers that every answer carries. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

const POLICY = 'content-security-policy';

/** A browser or a cache on the way may keep a page, but asks each time whether it still holds: a
 *  story that is withdrawn must be gone at once. Unchanged, the answer is a short 304. */
const PAGE_CACHING = 'public, max-age=0, must-revalidate';

/** Gives an answer the headers that all carry. */
export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/** Sees to it that no page leaves without its security policy: the page cache has put it on most;
 *  any other page is held back until it is whole and gets its policy then. In place of a page that
 *  failed goes one that says so, in words. The desk's pages go out without scripts. */
export function finishPage(request: IncomingMessage, response: ServerResponse): void {
  const send = { write: response.write, end: response.end, flushHeaders: response.flushHeaders };
  const held: Buffer[] = [];
  const isDesk = /^\/desk(?:[/?]|$)/.test(request.url ?? '');
  const mustHold = () =>
    !response.hasHeader(POLICY) &&
    String(response.getHeader('content-type') ?? '').startsWith('text/html');

  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    // Next sets `s-maxage` for as long as its own cache may keep a page, which knows of changes.
    if (name.toLowerCase() === 'cache-control' && String(value).includes('s-maxage')) {
      return setHeader(name, PAGE_CACHING);
    }
    // "Not modified" is an answer for pages that are there (RFC 9110, 13.2.1): one that is not, or
    // no longer, says so each time. Next would compare the tags whatever the status.
    if (name.toLowerCase() === 'etag' && response.statusCode >= 400) {
      delete request.headers['if-none-match'];
      return response;
    }
    // What may be framed says so in its policy. Browsers without `frame-ancestors` read the older
    // header, and Next leaves the one that is there.
    if (name.toLowerCase() === POLICY && String(value).includes("frame-ancestors 'self'")) {
      setHeader('x-frame-options', 'SAMEORIGIN');
    }
    return setHeader(name, value);
  };

  function hold(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      held.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      held.push(Buffer.from(chunk));
    }
  }

  response.flushHeaders = () => {
    if (!mustHold()) send.flushHeaders.call(response);
  };
  response.write = ((chunk: unknown, encoding: unknown, done: unknown) => {
    if (!mustHold())
      return send.write.call(response, chunk, encoding as 'utf8', done as () => void);
    hold(chunk, encoding);
    return true;
  }) as typeof response.write;
  response.end = ((chunk: unknown, encoding: unknown, done: unknown) => {
    if (!mustHold()) return send.end.call(response, chunk, encoding as 'utf8', done as () => void);
    hold(chunk, encoding);
    const hasFailed = response.statusCode >= 500;
    const made = Buffer.concat(held).toString('utf8');
    const page = hasFailed ? failurePage(request.url ?? '/') : isDesk ? withoutScripts(made) : made;
    if (isDesk && !hasFailed) response.statusCode = statusIn(page) ?? response.statusCode;
    response.setHeader(POLICY, securityPolicy(page));
    response.setHeader('content-length', Buffer.byteLength(page));
    if (hasFailed) response.removeHeader('link');
    return send.end.call(response, page, 'utf8');
  }) as typeof response.end;
}
