import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { inPrintOrder } from '#lib/model/sections.ts';
import type { FrontPage } from '#lib/model/views.ts';
import { newestTeasers, sectionsWithStories } from '#lib/store/article-lists.ts';
import { openFor } from './question.ts';

const LATEST = 6;
const PER_SECTION = 4;

/** The front page: the newest story leads, the next ones are the latest, then each section with
 *  its newest stories but the lead. */
export async function frontPage(lang: LanguageCode): Promise<FrontPage> {
  'use cache';
  const store = await openFor(cacheTags.stories(lang));
  const [lead = null, ...latest] = await newestTeasers(store, { lang, limit: LATEST + 1 });
  const sections = [];
  for (const { slug, name } of inPrintOrder(await sectionsWithStories(store, lang))) {
    const newest = await newestTeasers(store, { lang, section: slug, limit: PER_SECTION + 1 });
    const stories = newest.filter((story) => story.id !== lead?.id).slice(0, PER_SECTION);
    if (stories.length > 0) sections.push({ section: { slug, name }, stories });
  }
  return { lead, latest, sections };
}
