/** Reads text of two or four bytes a character, UTF-16 and UTF-32, by its byte order mark or by
 *  where the zeros of its ASCII characters stand. Null if it is neither. */
export function decodeWide(bytes: Uint8Array): string | null {
  const name = markOf(bytes) ?? guessWidth(bytes);
  if (name === 'utf-32le' || name === 'utf-32be') return decodeUtf32(bytes, name === 'utf-32le');
  return name && new TextDecoder(name).decode(bytes);
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

function markOf(bytes: Uint8Array): Wide | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'fffe0000') return 'utf-32le';
  if (start === '0000feff') return 'utf-32be';
  if (start.startsWith('fffe')) return 'utf-16le';
  return start.startsWith('feff') ? 'utf-16be' : null;
}

/** Markup and spaces are ASCII in every language, so zeros are many, and most in the same places. */
function guessWidth(bytes: Uint8Array): Wide | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = (at: number) =>
    sample.filter((byte, index) => byte === 0 && index % 4 === at).length / (sample.length / 4);
  const [first, second, third, fourth] = [zeros(0), zeros(1), zeros(2), zeros(3)];
  if (fourth > 0.9 && third > 0.9 && first < 0.2) return 'utf-32le';
  if (first > 0.9 && second > 0.9 && fourth < 0.2) return 'utf-32be';
  if (second + fourth > 0.2 && first + third < (second + fourth) / 5) return 'utf-16le';
  if (first + third > 0.2 && second + fourth < (first + third) / 5) return 'utf-16be';
  return null;
}

/** TextDecoder has no UTF-32. */
function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isPoint = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    characters.push(isPoint ? String.fromCodePoint(point) : '\ufffd');
  }
  return characters.join('');
}
