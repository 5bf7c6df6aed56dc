import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { setCommonHeaders } from '#lib/cache/finish-response.ts';

/** What a name stands for never changes: another picture, another build has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable';

type Folders = {
  /** Absolute path of the pictures made ready. */
  media: string;
  /** Absolute path of what Next has built; null where Next serves it itself, in development. */
  assets: string | null;
};

/** Serves pictures, and what Next has built. False for any other address. */
export function fileRequests({ media, assets }: Folders) {
  const setHeaders = (response: ServerResponse) => response.setHeader('cache-control', FOR_EVER);
  // Pictures come in while the server runs, so the folder is asked each time.
  const files = new Map([['/media/', sirv(media, { dev: true, etag: true, setHeaders })]]);
  if (assets) {
    files.set(
      '/_next/static/',
      sirv(path.resolve(assets), { brotli: true, gzip: true, setHeaders }),
    );
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    for (const [prefix, serveFile] of files) {
      if (!request.url?.startsWith(prefix)) continue;
      setCommonHeaders(response);
      request.url = request.url.slice(prefix.length - 1);
      serveFile(request, response, () => {
        response.writeHead(404).end();
      });
      return true;
    }
    return false;
  };
}
