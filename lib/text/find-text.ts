import type { Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** Where words stand in a tree: in which texts, from which character to which. `from` and `to` are
 *  their place in the one line of all texts. */
export type FoundText = {
  from: number;
  to: number;
  pieces: { node: Text; from: number; to: number }[];
};

export type TextRange = FoundText & { number: number; id: string };

/** Finds an excerpt in a tree, however it is broken into elements and lines: as whole words if it stands
 *  there so, and not at the places that are taken by the same words. */
export function findText(
  { line, nodes, offsets }: TextLine,
  excerpt: string,
  taken: readonly FoundText[],
): FoundText | null {
  // Cut excerpts end so.
  const words = excerpt.replace(/…$/u, '');
  if (words === '') return null;
  const isTaken = (at: number) =>
    taken.some(({ from, to }) => from === at && line.slice(from, to) === words);
  let first = -1;
  let found = -1;
  for (let at = line.indexOf(words); at !== -1 && found === -1; at = line.indexOf(words, at + 1)) {
    if (isTaken(at)) continue;
    if (first === -1) first = at;
    if (isWhole(line, at, at + words.length)) found = at;
  }
  const from = found === -1 ? first : found;
  if (from === -1) return null;
  const to = from + words.length;
  const pieces: FoundText['pieces'] = [];
  for (let at = from; at < to; at += 1) {
    const node = nodes[at] as Text;
    const offset = offsets[at] as number;
    const last = pieces.at(-1);
    if (last?.node === node) last.to = offset + 1;
    else pieces.push({ node, from: offset, to: offset + 1 });
  }
  return { from, to, pieces };
}

export type TextLine = { line: string; nodes: Text[]; offsets: number[] };

/** All texts of a tree, with white space as one space, and where each character stands. */
export function textLineOf(tree: Root): TextLine {
  const characters: string[] = [];
  const nodes: Text[] = [];
  const offsets: number[] = [];
  visit(tree, 'text', (node) => {
    for (let offset = 0; offset < node.value.length; offset += 1) {
      const character = node.value[offset] as string;
      const isSpace = /\s/u.test(character);
      if (isSpace && (characters.length === 0 || characters.at(-1) === ' ')) continue;
      characters.push(isSpace ? ' ' : character);
      nodes.push(node);
      offsets.push(offset);
    }
  });
  return { line: characters.join(''), nodes, offsets };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether no letter stands right before or behind. */
function isWhole(line: string, from: number, to: number): boolean {
  return !LETTER.test(line[from - 1] ?? '') && !LETTER.test(line[to] ?? '');
}
