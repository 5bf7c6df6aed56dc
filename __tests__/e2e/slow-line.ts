import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { rawRequest } from './raw-request.ts';

/** More than a frame of a browser, so that each piece is drawn before the next one comes. */
const BETWEEN_PIECES_MS = 24;
/** What a browser needs to have the style and the faces, and to draw for the first time. */
const AFTER_HEAD_MS = 300;
/** Enough for what stands in the first window. */
const MOST_PIECES = 60;

const END_OF_PIECE = /<\/(?:a|button|div|form|h1|h2|li|nav|p|picture|search|svg|ul)>/g;

export type SlowLine = { url: string; close: () => Promise<void> };

/** The same site over a line so slow that pages come piece by piece, and a browser draws each. */
export async function openSlowLine(site: string): Promise<SlowLine> {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const cookie = headers.cookie ?? '';
    const answer = await rawRequest(site, url, { headers: { cookie } });
    response.writeHead(answer.status, answer.headers);
    if (answer.headers['content-type']?.startsWith('text/html')) {
      const [head = '', ...pieces] = inPieces(answer.body.toString());
      response.write(head);
      await pause(AFTER_HEAD_MS);
      for (const piece of pieces) {
        response.write(piece);
        await pause(BETWEEN_PIECES_MS);
      }
      response.end();
    } else {
      response.end(answer.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The head, then the body up to the end of one element after another, then the rest. */
function inPieces(html: string): string[] {
  const body = html.indexOf('<body>');
  const ends = [...html.matchAll(END_OF_PIECE)]
    .map(({ index, 0: tag }) => index + tag.length)
    .filter((end) => end > body)
    .slice(0, MOST_PIECES);
  const starts = [0, body, ...ends];
  return starts.map((start, index) => html.slice(start, starts[index + 1]));
}
