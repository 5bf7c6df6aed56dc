import { cacheTag } from 'next/cache';
import { statusTag } from '#lib/cache/page-signals.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { AuthorPage, ListPage, SectionPage, TopicPage } from '#lib/model/views.ts';
import {
  findAuthor,
  findTopic,
  type ListQuery,
  newestTeasers,
  sectionsWithStories,
} from '#lib/store/article-lists.ts';
import type { Store } from '#lib/store/open-store.ts';
import { openFor } from './question.ts';

const PER_PAGE = 20;

/** A page of a section's stories; null if the section has none, or not so many pages. */
export async function sectionPage(
  lang: LanguageCode,
  slug: string,
  page: number,
): Promise<SectionPage | null> {
  'use cache';
  const store = await openFor(cacheTags.section(lang, slug));
  const section = (await sectionsWithStories(store, lang)).find((known) => known.slug === slug);
  const list = section && (await listPage(store, { lang, section: slug }, page));
  return list ? { section: { slug, name: section.name }, ...list } : notThere();
}

/** A page of an author's stories; null if they have none, or not so many pages. */
export async function authorPage(
  lang: LanguageCode,
  slug: string,
  page: number,
): Promise<AuthorPage | null> {
  'use cache';
  const store = await openFor(cacheTags.author(lang, slug));
  const author = await findAuthor(store, lang, slug);
  const list = author && (await listPage(store, { lang, author: slug }, page));
  return list ? { author, ...list } : notThere();
}

/** A page of the stories about a topic; null if there are none, or not so many pages. */
export async function topicPage(
  lang: LanguageCode,
  slug: string,
  page: number,
): Promise<TopicPage | null> {
  'use cache';
  const store = await openFor(cacheTags.topic(lang, slug));
  const topic = await findTopic(store, lang, slug);
  const list = topic && (await listPage(store, { lang, topic: slug }, page));
  return list ? { topic, ...list } : notThere();
}

/** The newest stories of an edition, for a page that has nothing else to offer. */
export async function latestStories(lang: LanguageCode, limit: number): Promise<ListPage> {
  'use cache';
  const store = await openFor(cacheTags.stories(lang));
  return { stories: await newestTeasers(store, { lang, limit }), page: 1, hasOlder: false };
}

async function listPage(
  store: Store,
  list: Omit<ListQuery, 'limit' | 'offset'>,
  page: number,
): Promise<ListPage | null> {
  const offset = (page - 1) * PER_PAGE;
  const stories = await newestTeasers(store, { ...list, limit: PER_PAGE + 1, offset });
  if (stories.length === 0) return null;
  return { stories: stories.slice(0, PER_PAGE), page, hasOlder: stories.length > PER_PAGE };
}

function notThere(): null {
  cacheTag(statusTag(404));
  return null;
}
