import { type Atom, atomsOf } from './text-atoms.ts';

const MOST_GROUPS = 16;
const MOST_TERMS = 64;
const LONGEST_QUERY = 500;

/** The terms under which a text is found, in its order. Each is made of ASCII letters and digits or
 *  of characters beyond ASCII, so that joined by spaces they survive SQLite's `ascii` tokenizer.
 *
 *  A run of a script without spaces gives its overlapping pairs of characters, then its characters.
 *  White space inside it is looked over: whether writers of Khmer put a space between two words is
 *  a matter of taste. */
export function searchTerms(text: string, lang: string): string[] {
  return splitRuns(atomsOf(text, lang), (atom) => atom.isJoined).flatMap((run) =>
    run[0]?.isCharacter
      ? [...(run.length > 1 ? pairsOf(run) : []), ...run.map(wholeOf)]
      : run.flatMap(expanded),
  );
}

/** What a reader looks for: each group is a phrase of terms that must stand side by side. A word is
 *  a phrase of one; “words in quotes” are one phrase; a run of a script without spaces is a phrase
 *  of its pairs. At most 16 groups with 64 terms. */
export function searchQueryTerms(text: string, lang: string): string[][] {
  const phrases = new Map<string, string[]>();
  let room = MOST_TERMS;
  for (const group of queryGroups(text, lang)) {
    const terms = phraseOf(group).slice(0, room);
    const key = terms.join(' ');
    if (terms.length === 0 || phrases.has(key)) continue;
    phrases.set(key, terms);
    room -= terms.length;
    if (phrases.size === MOST_GROUPS) break;
  }
  return [...phrases.values()];
}

/** A query in groups of atoms that must be found side by side. */
export function queryGroups(query: string, lang: string): Atom[][] {
  const quoted = /"([^"]+)"|“([^“”]+)”|„([^“”]+)[“”]|«([^«»]+)»|\S+/gu;
  return [...query.slice(0, LONGEST_QUERY).matchAll(quoted)].flatMap(([word, ...inner]) => {
    const phrase = inner.find((text) => text !== undefined);
    return splitRuns(atomsOf(phrase ?? word, lang), (atom) => atom.isJoined);
  });
}

/** Parts characters from words, and characters from each other where `isJoined` says no. Words stay
 *  together: they are parted by their own order in the list. */
function splitRuns(atoms: Atom[], isJoined: (atom: Atom) => boolean): Atom[][] {
  const runs: Atom[][] = [];
  for (const atom of atoms) {
    const run = runs.at(-1);
    const goesOn = run?.[0]?.isCharacter === atom.isCharacter;
    if (run && goesOn && (!atom.isCharacter || isJoined(atom))) run.push(atom);
    else runs.push([atom]);
  }
  return runs;
}

function phraseOf(group: Atom[]): string[] {
  if (group.length === 1) return group.map(wholeOf);
  return group[0]?.isCharacter ? pairsOf(group) : group.flatMap(expanded);
}

function pairsOf(run: Atom[]): string[] {
  return run.slice(1).map((atom, index) => wholeOf(run[index]) + wholeOf(atom));
}

/** A word's parts come before the whole, in texts and phrases alike, so that neighbours match. */
function expanded(atom: Atom): string[] {
  const [whole = '', ...parts] = atom.forms;
  return [...parts, whole];
}

function wholeOf(atom: Atom | undefined): string {
  return atom?.forms[0] ?? '';
}
