import { decodeHTMLStrict, escapeText } from 'entities';

/** Enough for every letter and sign that a feed names; a bomb needs more. */
const MOST_ENTITIES = 300;
const LONGEST = 10;

/** Takes the document type away, where XML declares entities. Those that stand for a few plain
 *  characters are kept. One that names a file or another entity is not: that is how a document of
 *  one kilobyte grows into gigabytes, or reads the server's disk. */
export function splitDoctype(text: string): { content: string; entities: Map<string, string> } {
  const entities = new Map<string, string>();
  const start = text.slice(0, 100_000).search(/<!DOCTYPE/i);
  DOCTYPE.lastIndex = Math.max(start, 0);
  const doctype = start === -1 ? null : DOCTYPE.exec(text);
  if (!doctype) return { content: text, entities };
  const [whole, subset = ''] = doctype;
  for (const [, name = '', double, single] of subset.matchAll(ENTITY)) {
    const value = double ?? single ?? '';
    const characters = decodeHTMLStrict(value);
    if (entities.size < MOST_ENTITIES && value.length <= LONGEST && !/[<&]/.test(characters)) {
      entities.set(name, escapeText(characters));
    }
  }
  const content = text.slice(0, doctype.index) + text.slice(doctype.index + whole.length);
  return { content, entities };
}

const DOCTYPE = /<!DOCTYPE[^<>[]*(?:\[((?:[^\]"']|"[^"]*"|'[^']*')*)\]\s*)?>/iy;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
