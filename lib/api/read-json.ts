import { parse } from '@humanwhocodes/momoa';
import { Problem } from './problem.ts';

/** A long story with its HTML has 100 kB. */
export const LARGEST_BODY = 2_000_000;

/** Reads the JSON that a call carries, in one of these media types. Throws Problem. */
export async function readJson(request: Request, types: readonly string[]): Promise<unknown> {
  refuseOtherTypes(request, types);
  const bytes = await readLimited(request);
  const text = textOf(bytes);
  if (text.trim() === '') throw new Problem('invalid-request', 'The body is empty. Send JSON.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid-json', `The body is not valid JSON${placeOf(error, text)}.`);
  }
}

function refuseOtherTypes(request: Request, types: readonly string[]): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const headers = { accept: types.join(', ') };
  if (!types.includes(type)) {
    throw new Problem(
      'unsupported-type',
      `Send ${types.join(' or ')}${type ? `, not ${type}` : ' and say so in Content-Type'}.`,
      { headers: request.method === 'PATCH' ? { 'accept-patch': headers.accept } : headers },
    );
  }
  // Unpacked, a small body could be of any size (RFC 7694, 3).
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new Problem('unsupported-type', `Send the body as it is, not packed as ${encoding}.`, {
      headers: { 'accept-encoding': 'identity' },
    });
  }
}

/** Reads piece by piece and no further than the limit: a body without a length may have no end. */
async function readLimited(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Not `for await`, which cancels the body where it ends early. That would break the connection off
  // before the answer is out.
  const reader = request.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return Buffer.concat(pieces);
    size += piece.value.byteLength;
    if (size > LARGEST_BODY) throw tooLarge();
    pieces.push(piece.value);
  }
}

/** The connection ends with the answer, so that the rest is never taken in. */
function tooLarge(): Problem {
  return new Problem('too-large', `The limit is ${LARGEST_BODY / 1_000_000} MB.`, {
    headers: { connection: 'close' },
  });
}

/** JSON is UTF-8 (RFC 8259, 8.1). */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-json', 'The body is not in UTF-8.');
  }
}

/** Where the first fault is. Node says it for some faults; for the others a second parser does. */
function placeOf(error: unknown, text: string): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(String(error)) ?? [];
  if (line && column) return `: line ${line}, column ${column}`;
  try {
    parse(text);
    return '';
  } catch (fault) {
    const { line, column } = fault as { line?: number; column?: number };
    return line && column ? `: line ${line}, column ${column}` : '';
  }
}
