import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { finishPage, setCommonHeaders } from '#lib/cache/finish-response.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Hands requests to Next, packs the answers and finishes the pages. In development Next's own pages
 *  stay as they are. */
export function pageRequests(render: Render, { isDevelopment }: { isDevelopment: boolean }) {
  const compress = compression() as unknown as Middleware;
  return (request: IncomingMessage, response: ServerResponse): void => {
    compress(request, response, () => {
      setCommonHeaders(response);
      request.url = wellFormed(request.url ?? '/');
      if (!isDevelopment) finishPage(request, response);
      render(request, response);
    });
  };
}

/** An address whose percent encoding is broken names no page, but Next fails over it. With each `%`
 *  taken to the letter it names no page either, and gets the page that says so. */
function wellFormed(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
