type Credit = { name: string; description?: string };

/** What stands before the names: “By …”; in Khmer “researched and compiled by …”. */
const LEAD_IN = /^(?:(?:story|text|reporting)?\s*by\s+|.*ដោយ\s*៖?\s*)/iu;

/** What parts two names: commas of three scripts, “and”, “و”, “និង” (which may touch the name). */
const BETWEEN = /\s*[,;،、]\s*(?:and\s+)?|\s*&\s*|\s+(?:and|و)\s+|\s+និង\s*/iu;

/** Zero-width spaces and the like. The joiners of Persian are part of a name and stay. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Splits a byline into its authors: “By Julia Wallace & Sun Narin | VOA Khmer”. What stands behind
 *  a bar is whom they work for. */
export function splitByline(byline: string): Credit[] {
  const [names = '', ...employers] = byline
    .replace(INVISIBLE, '')
    .split(/\s*[|｜]\s*/u)
    .map((part) => part.trim());
  const description = employers.filter(Boolean).join(', ');
  return names
    .replace(LEAD_IN, '')
    .split(BETWEEN)
    .flatMap(splitKhmerNames)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => /\p{L}/u.test(name))
    .map((name) => (description ? { name, description } : { name }));
}

/** Khmer bylines often put one name after the other with nothing between. A Khmer name has two
 *  words, family name first, so an even number of words is as many pairs. */
function splitKhmerNames(names: string): string[] {
  const words = names.trim().split(/\s+/u);
  const isKhmer = words.every((word) => /^\p{Script=Khmer}+$/u.test(word));
  if (!isKhmer || words.length < 4 || words.length % 2 !== 0) return [names];
  return words.flatMap((word, index) => (index % 2 === 0 ? [`${word} ${words[index + 1]}`] : []));
}
