import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { sizeInWords } from '../file-problem.ts';
import { FetchError } from './fetch-error.ts';

/** What readAnswer can unpack. */
export const ENCODINGS = 'gzip, br, zstd';

/** Reads an answer to its end, unpacked, and not more than `most` bytes of it: neither over the wire
 *  nor out of what was packed, where one kilobyte may stand for gigabytes. Throws FetchError, and
 *  whatever else ends the connection. */
export async function readAnswer(answer: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy();
    throw tooLarge(most);
  }
  const unpack = unpackerFor(answer.headers['content-encoding'] ?? '');
  const pieces: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const piece of source) pieces.push(piece);
  };
  if (unpack) await pipeline(answer, upTo(most), unpack, upTo(most), collect);
  else await pipeline(answer, upTo(most), collect);
  return Buffer.concat(pieces);
}

function upTo(most: number) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0;
    for await (const piece of source) {
      size += piece.byteLength;
      if (size > most) throw tooLarge(most);
      yield piece;
    }
  };
}

/** An answer that breaks off inside of its packing is read as far as it goes, as browsers do. */
function unpackerFor(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return createZstdDecompress({ finishFlush: constants.ZSTD_e_flush });
    default:
      throw new FetchError('it is packed in a way that was not asked for');
  }
}

function tooLarge(most: number): FetchError {
  return new FetchError(`it is larger than ${sizeInWords(most)}`);
}
