import { slugOf } from '#lib/text/slug.ts';
import { sortCategories } from '../sections.ts';
import type { FeedEntry } from './feed.ts';
import { lineOfMarkup } from './markup.ts';

/** What the article JSON allows. */
const LONGEST = 80;
const MOST_TOPICS = 30;

/** Parts the categories of an entry into its section and its topics. The section that the import
 *  asks for goes before all. */
export function subjectsOf(
  { categories, keywords }: Pick<FeedEntry, 'categories' | 'keywords'>,
  asked: string | undefined,
): { section: string; topics: string[] } {
  const { section, topics } = sortCategories(wordsOf(categories));
  const all = new Set([
    ...(asked && section ? [section] : []),
    ...topics,
    ...wordsOf(keywords).filter((word) => word !== section),
  ]);
  return { section: asked ?? section ?? 'news', topics: [...all].slice(0, MOST_TOPICS) };
}

function wordsOf(categories: string[]): string[] {
  const words = categories.map((text) => lineOfMarkup({ text, isHtml: true }));
  return [...new Set(words)].filter((word) => slugOf(word) !== '' && word.length <= LONGEST);
}
