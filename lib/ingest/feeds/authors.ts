import { splitByline } from '../byline.ts';

const ADDRESS = /[<(["']*(?:mailto:)?[^\s<>()"']+@[^\s<>()"']+[>)\]"']*/gi;

/** More is no byline. */
const LONGEST = 1000;

/** The people that a feed's author names, without their mail addresses: `ann@example.com (Ann Lee)`,
 *  `Ann Lee <ann@example.com>`, “By Ann Lee and Bo Roe”. An address alone is nobody's name. */
export function authorNames(text: string): string[] {
  const name = text
    .slice(0, LONGEST)
    .replace(ADDRESS, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^["']+|["']+$/g, '')
    .trim();
  if (!/\p{L}/u.test(name)) return [];
  // “Lee, Ann” is one person, and so is “Port & Harbour”: parts of one word are no names.
  const names = splitByline(name).map((credit) => credit.name);
  const areNames = names.length === 1 || names.every((each) => /\s/u.test(each));
  return areNames ? names : [name];
}
