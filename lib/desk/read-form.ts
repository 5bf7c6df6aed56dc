import type { Fields } from './forms.ts';
import { refusal } from './refusal.ts';

/** The text of a long story with its HTML has 100 kB. */
export const LARGEST_FORM = 2_000_000;

/** The largest form of the desk has some dozens. A million names of one letter are two megabytes, too,
 *  and would take half a minute to show again. */
export const MOST_FIELDS = 1000;

/** The fields of a form that a page of this site sent, or the answer that refuses it. */
export async function readForm(request: Request): Promise<Fields | Response> {
  if (!isFromHere(request)) {
    return refusal(403, 'This form was sent by another site, so it was not taken.');
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    return refusal(415, 'The desk takes forms as its own pages send them.');
  }
  const text = await readLimited(request);
  if (text !== null && text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) {
    return refusal(413, `This has too many fields: the limit is ${MOST_FIELDS}.`);
  }
  if (text !== null) return withoutNull(new URLSearchParams(text));
  // The connection ends with the answer, so that the rest is never taken in.
  return refusal(413, `This is too long: the limit is ${LARGEST_FORM / 1_000_000} MB.`, {
    connection: 'close',
  });
}

/** Browsers say where a form comes from: those of today themselves, where the site has TLS (Fetch
 *  Metadata, 2.4), and then it does not matter what a proxy calls the site; all of them by the origin
 *  (Fetch, 3.2). A form without either is not from a browser that could be trusted to keep the
 *  cookie. */
function isFromHere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return true;
  if (site !== null && site !== 'none') return false;
  const origin = request.headers.get('origin') ?? '';
  return URL.canParse(origin) && hostsOf(request).includes(new URL(origin).host);
}

/** By which name the site was called. Each server on the way may add how it was called itself. */
function hostsOf({ headers }: Request): string[] {
  const named = headers.get('x-forwarded-host') ?? headers.get('host') ?? '';
  return named.split(',').map((host) => host.trim().toLowerCase());
}

/** Reads piece by piece and no further than the limit: a body without a length may have no end. Null
 *  if there is more. */
async function readLimited(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_FORM) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Not `for await`, which cancels the body where it ends early. That would break the connection off
  // before the answer is out.
  const reader = request.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return Buffer.concat(pieces).toString('utf8');
    size += piece.value.byteLength;
    if (size > LARGEST_FORM) return null;
    pieces.push(piece.value);
  }
}

/** PostgreSQL keeps no text with U+0000 in it, and nobody types one. */
function withoutNull(fields: Fields): Fields {
  return new URLSearchParams(
    [...fields].map(([name, value]) => [name.replaceAll('\0', ''), value.replaceAll('\0', '')]),
  );
}
