import type { MarkedText } from '#lib/model/views.ts';
import { inOneLine, wordBorder } from './excerpt.ts';
import { queryGroups } from './search-terms.ts';
import { type Atom, atomsOf } from './text-atoms.ts';

/** How much of an excerpt stands before the first word that was looked for. */
const LEAD = 60;

type Match = { start: number; end: number; group: number };

/** A text with the words marked that a reader's query finds in it. */
export function markMatches(text: string, query: string, lang: string): MarkedText {
  return piecesOf(text, findMatches(text, query, lang), 0, text.length);
}

/** The part of a long plain text that shows most of what the query looks for, about `most`
 *  characters, cut between words. The beginning where nothing is found. */
export function markExcerpt(text: string, query: string, lang: string, most = 200): MarkedText {
  const line = inOneLine(text);
  const matches = findMatches(line, query, lang);
  if (line.length <= most) return piecesOf(line, matches, 0, line.length);

  const first = richest(matches, most - LEAD);
  const border = first && first.start > LEAD ? wordBorder(line, first.start - LEAD, lang) : 0;
  const start = line.slice(border).startsWith(' ') ? border + 1 : border;
  const last = Math.max(wordBorder(line, start + most, lang), first?.end ?? 0);
  const end = start + line.slice(start, last).trimEnd().length;
  const pieces = piecesOf(line, matches, start, end);
  if (start > 0) pieces.unshift({ text: '… ', isMatch: false });
  if (end < line.length) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}

/** The match from which on a window holds most of the groups, and then most matches. */
function richest(matches: Match[], width: number): Match | undefined {
  let best: { match: Match; score: number } | undefined;
  for (const [index, match] of matches.slice(0, 500).entries()) {
    const inside = [];
    for (const other of matches.slice(index, index + 50)) {
      if (other.end > match.start + width) break;
      inside.push(other.group);
    }
    const score = new Set(inside).size * 100 + inside.length;
    if (!best || score > best.score) best = { match, score };
  }
  return best?.match;
}

function findMatches(text: string, query: string, lang: string): Match[] {
  const groups = queryGroups(query, lang).filter((group) => group.length > 0);
  const atoms = groups.length > 0 ? atomsOf(text, lang) : [];
  const matches: Match[] = [];
  for (const [index, { start }] of atoms.entries()) {
    for (const [number, group] of groups.entries()) {
      const last = atoms[index + group.length - 1];
      if (last && isPhraseAt(atoms, index, group)) {
        matches.push({ start, end: last.end, group: number });
      }
    }
  }
  return matches;
}

/** Whether the atoms from `index` on are what the group asks for, side by side. */
function isPhraseAt(atoms: Atom[], index: number, group: Atom[]): boolean {
  return group.every((wanted, offset) => {
    const atom = atoms[index + offset];
    if (!atom || atom.isCharacter !== wanted.isCharacter) return false;
    if (offset > 0 && atom.isCharacter && !atom.isJoined) return false;
    return atom.forms.includes(wanted.forms[0] ?? '');
  });
}

/** Cuts `text` from `start` to `end` into pieces; matches that touch or overlap make one. */
function piecesOf(text: string, matches: Match[], start: number, end: number): MarkedText {
  const pieces: MarkedText = [];
  let at = start;
  const add = (to: number, isMatch: boolean) => {
    if (to <= at) return;
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += text.slice(at, to);
    else pieces.push({ text: text.slice(at, to), isMatch });
    at = to;
  };
  for (const match of matches) {
    if (match.end <= start || match.start >= end) continue;
    add(Math.min(match.start, end), false);
    add(Math.min(match.end, end), true);
  }
  add(end, false);
  return pieces;
}
