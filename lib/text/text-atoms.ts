import { foldWord } from './fold-word.ts';

/** The smallest piece of a text that a search can find: a word, or in a script without spaces a
 *  character as readers see it. `start` and `end` are its place in the text. */
export type Atom = {
  start: number;
  end: number;
  /** The folded forms that find it. The first is that of the whole; the others of its parts. */
  forms: string[];
  /** Whether it is one character of a script without spaces. */
  isCharacter: boolean;
  /** Whether only white space, or nothing, parts it from the atom before. */
  isJoined: boolean;
};

/** Letters of scripts that don't part words. Digits do. */
const SPACELESS =
  /[[\p{scx=Khmer}\p{scx=Lao}\p{scx=Thai}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]&&[\p{L}\p{M}\p{Nl}]]/v
    .source;

/** May stand inside a run: soft hyphens, joiners, zero-width spaces, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

const runs = new RegExp(
  `(?<spaceless>${SPACELESS}(?:${SPACELESS}|${INVISIBLE.source})*)|(?<acronym>\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}]))|(?<number>\\p{Nd}{1,3}(?:[,.٬٫]\\p{Nd}{3})+(?!\\p{Nd}))|(?<word>(?:(?!${SPACELESS})[\\p{L}\\p{M}\\p{N}])(?:(?!${SPACELESS})[\\p{L}\\p{M}\\p{N}\\p{Cf}])*)`,
  'gv',
);

/** Cuts a text into atoms, in their order. Scripts without spaces are cut into characters, not into
 *  words: where a dictionary sees words depends on what stands around them, so that a word in a
 *  sentence and the same word in a query would often be cut differently. */
export function atomsOf(text: string, lang: string): Atom[] {
  const atoms: Atom[] = [];
  let end = -1;
  for (const match of text.matchAll(runs)) {
    const start = match.index;
    const [run] = match;
    const isJoined = end >= 0 && /^\s*$/u.test(text.slice(end, start));
    const pieces =
      match.groups?.spaceless === undefined
        ? [{ offset: 0, piece: run, forms: wordForms(run) }]
        : charactersOf(run, lang);
    for (const [index, { offset, piece, forms }] of pieces.entries()) {
      if (!forms[0]) continue;
      atoms.push({
        start: start + offset,
        end: start + offset + piece.length,
        forms,
        isCharacter: match.groups?.spaceless !== undefined,
        isJoined: index > 0 || isJoined,
      });
    }
    end = start + run.length;
  }
  return atoms;
}

/** A Persian word with a zero-width non-joiner, as in کتاب‌ها, is typed with it, without it, or with
 *  a space; it is found each way. */
function wordForms(word: string): string[] {
  const parts = word.split(/\u200c+/u).filter(Boolean);
  const whole = shorten(foldWord(word));
  return parts.length > 1 ? [whole, ...parts.map((part) => shorten(foldWord(part)))] : [whole];
}

type Piece = { offset: number; piece: string; forms: string[] };

/** Zero-width spaces, which Khmer writers put between words and sometimes into one, part nothing
 *  here. */
function charactersOf(run: string, lang: string): Piece[] {
  let text = '';
  const offsets: number[] = [];
  for (let offset = 0; offset < run.length; offset += 1) {
    const unit = run[offset] ?? '';
    if (INVISIBLE.test(unit)) continue;
    text += unit;
    offsets.push(offset);
  }
  return graphemesOf(text, lang).map(({ segment, index }) => {
    const offset = offsets[index] ?? 0;
    const last = offsets[index + segment.length - 1] ?? offset;
    return { offset, piece: run.slice(offset, last + 1), forms: [foldedCharacter(segment)] };
  });
}

function graphemesOf(text: string, lang: string): { segment: string; index: number }[] {
  const graphemes: { segment: string; index: number }[] = [];
  for (const { segment, index } of graphemesIn(lang).segment(text)) {
    const last = graphemes.at(-1);
    // The Khmer coeng puts the next consonant under this one. Not every version of Unicode's rules
    // keeps them together, and what is stored must not depend on the version.
    if (last?.segment.endsWith('\u17d2')) last.segment += segment;
    else graphemes.push({ segment, index });
  }
  return graphemes;
}

const folded = new Map<string, string>();

/** A language has a few thousand such characters, and a story the same ones over and over. */
function foldedCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const form = shorten(foldWord(character));
  if (folded.size < 50_000 && character.length < 16) folded.set(character, form);
  return form;
}

const segmenters = new Map<string, Intl.Segmenter>();

function graphemesIn(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const made = new Intl.Segmenter(lang, { granularity: 'grapheme' });
  segmenters.set(lang, made);
  return made;
}

/** A run of letters without end is no word, and would fill the index. */
function shorten(form: string): string {
  return form.slice(0, 64);
}
