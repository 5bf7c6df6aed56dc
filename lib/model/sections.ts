import type { Term } from './article.ts';

/** Sections that most newsrooms have, in the order in which a paper prints them. Each edition has
 *  its own name for them (lib/messages); sections of a newsroom's own come after, by name. */
export const KNOWN_SECTIONS = [
  'news',
  'world',
  'region',
  'politics',
  'economy',
  'business',
  'science',
  'health',
  'technology',
  'features',
  'culture',
  'sport',
  'opinion',
  'profiles',
  'background',
  'video',
] as const;

/** Puts sections into the order of a paper. */
export function inPrintOrder<Section extends Term>(sections: readonly Section[]): Section[] {
  const place = ({ slug }: Term) => {
    const index = (KNOWN_SECTIONS as readonly string[]).indexOf(slug);
    return index === -1 ? KNOWN_SECTIONS.length : index;
  };
  return sections.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}
