import type { Term } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { KNOWN_SECTIONS } from '#lib/model/sections.ts';
import { slugOf } from '#lib/text/slug.ts';

/** Words under which newsrooms file a kind of story, and the section that they mean. */
const MEANT = new Map([
  ['feature', 'features'],
  ['mainbar', 'features'],
  ['longform', 'features'],
  ['profile', 'profiles'],
  ['biography', 'profiles'],
  ['videos', 'video'],
  ['sports', 'sport'],
  ['tech', 'technology'],
  ['editorial', 'opinion'],
  ['archive', 'background'],
  ['map', 'background'],
  ['party', 'background'],
  ['reference', 'background'],
  ['timeline', 'background'],
  ['quote', 'voices'],
  ['credits', 'about'],
]);

/** Sections that `MEANT` leads to and that editions don't name by themselves. */
const NAMES = new Map<string, Record<LanguageCode, string>>([
  ['voices', { en: 'Voices', fa: 'صداها', km: 'សំឡេងប្រជាជន' }],
  ['about', { en: 'About', fa: 'درباره', km: 'អំពី' }],
]);

/** Words that say where a story is shown, not what it is about. */
const PLACEMENT = new Set(['featured', 'homepage', 'uncategorized', 'lede']);

/** Sections for a kind of story rather than a subject: their words are no topics. */
const KINDS = new Set(['features', 'video', 'profiles', 'background', 'news', 'voices', 'about']);

/** Parts the categories of a static site into a section and topics: the first that names a section
 *  that we know, else the first of all. */
export function sortCategories(categories: string[]): { section?: string; topics: string[] } {
  const words = categories.filter((word) => !PLACEMENT.has(slugOf(word)));
  const known = words.find((word) => isKnown(slugOf(word)));
  const chosen = known ?? words[0];
  if (chosen === undefined) return { topics: [] };
  const topics = words.filter((word) => word !== chosen && !KINDS.has(sectionMeant(word)));
  return { section: MEANT.get(slugOf(chosen)) ?? chosen, topics };
}

/** A section, topic or author by its name, with the part of an address that stands for it. */
export function termOf(name: string, lang: LanguageCode): Term {
  const slug = slugOf(name);
  return { slug, name: NAMES.get(slug)?.[lang] ?? readable(name) };
}

function sectionMeant(word: string): string {
  const slug = slugOf(word);
  return MEANT.get(slug) ?? slug;
}

function isKnown(slug: string): boolean {
  return (KNOWN_SECTIONS as readonly string[]).includes(slug) || MEANT.has(slug);
}

/** A name given as in an address, `hun-sen`, is printed as a name. */
function readable(name: string): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return name;
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
