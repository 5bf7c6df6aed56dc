import { cacheTag } from 'next/cache';
import { statusTag } from '#lib/cache/page-signals.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { StoryAnswer } from '#lib/model/views.ts';
import { relatedTeasers } from '#lib/store/article-lists.ts';
import { findByAddress, parseDocument } from '#lib/store/articles.ts';
import { openFor } from './question.ts';

const RELATED = 4;

/** What stands at the address of a story. One that is embargoed or held is not there yet. */
export async function findStory(lang: LanguageCode, slug: string): Promise<StoryAnswer> {
  'use cache';
  const store = await openFor(cacheTags.article(lang, slug));
  const row = await findByAddress(store, lang, slug);
  if (!row || row.state === 'embargoed' || row.state === 'held') {
    cacheTag(statusTag(404));
    return { kind: 'unknown' };
  }
  const article = parseDocument(row.document);
  if (row.state === 'withdrawn') {
    cacheTag(statusTag(410));
    return { kind: 'withdrawn', headline: article.headline, at: row.withdrawn_at ?? '' };
  }

  const topics = article.topics.map((topic) => topic.slug);
  const section = article.section.slug;
  cacheTag(
    cacheTags.section(lang, section),
    ...topics.map((topic) => cacheTags.topic(lang, topic)),
  );
  const related = await relatedTeasers(store, { id: row.id, lang, section, topics }, RELATED);
  const isSample = article.sourceId.startsWith('sample/');
  return { kind: 'story', story: { ...article, id: row.id, related, isSample } };
}
