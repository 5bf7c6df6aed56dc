import { detectCharset, SAMPLE } from './detect-charset.ts';
import { decodeWide } from './wide-characters.ts';

/** What a text may hold of control characters, which are left out: the odd one from a broken
 *  program. Binary files are full of them. */
const MOST_CONTROLS = 0.02;

/** Reads bytes as text in whichever character set they are: by a byte order mark, as UTF-8, by what
 *  the text or the server (`label`) says of itself, and else by how the bytes look. Null if they are
 *  no text in any. Line ends become `\n`, and control characters are left out. */
export function decodeText(bytes: Uint8Array, label?: string): string | null {
  const text = decodeWide(bytes) ?? decodeNarrow(bytes, label);
  const clean = text.replace(CONTROLS, '');
  const left = text.length - clean.length;
  if (left > 3 && left > text.length * MOST_CONTROLS) return null;
  return clean.replace(/\r\n?/g, '\n');
}

/** Controls but tab and line ends, the marks of byte order, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]/g;

function decodeNarrow(bytes: Uint8Array, label: string | undefined): string {
  const utf8 = decodeWith('utf-8', bytes);
  if (utf8 !== null) return (isIso2022(utf8) && decodeWith('iso-2022-jp', bytes)) || utf8;
  const lenient = new TextDecoder().decode(bytes);
  if (isNearlyUtf8(lenient)) return lenient;

  const labels = [declaredCharset(bytes), label].map(charsetOf).filter((name) => name !== null);
  // What says “UTF-16” in single bytes, or “UTF-8” and is not, says nothing.
  const said = labels.filter((name) => !name.startsWith('utf-'));
  for (const name of said) {
    const text = isDefaultLabel(name) && isMostlyHigh(bytes) ? null : decodeWith(name, bytes);
    if (text !== null) return text;
  }
  const name = charsetOf(detectCharset(bytes)) ?? said[0] ?? 'windows-1252';
  return new TextDecoder(name).decode(bytes);
}

/** Japanese mail writes its characters in ASCII, behind an escape. */
function isIso2022(text: string): boolean {
  return text.includes('\x1b$B') || text.includes('\x1b$@');
}

function decodeWith(name: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The name under which TextDecoder knows a character set. Null if it doesn't. */
function charsetOf(label: string | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** UTF-8 that was cut in the middle of a letter, or into which a foreign byte fell. */
function isNearlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return whole > broken * 2;
}

/** What an XML document says in its first line, or a page in its head. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<(?:\?xml\s[^>]*?encoding|meta\s[^>]*?charset)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

/** Latin-1 is what many servers and programs say when nobody told them anything. */
function isDefaultLabel(name: string): boolean {
  return name === 'windows-1252';
}

/** Whether more letters lie above ASCII than in it, as in no language of western Europe. */
function isMostlyHigh(bytes: Uint8Array): boolean {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const text = sample.replace(/<[^<>]*>/g, '');
  const high = text.match(/[\x80-\xff]/g)?.length ?? 0;
  const low = text.match(/[a-z]/gi)?.length ?? 0;
  return high > low;
}
