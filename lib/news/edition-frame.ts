import { sharedTagClock } from '#lib/cache/tag-clock.ts';
import { readConfig } from '#lib/config/config.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { inPrintOrder } from '#lib/model/sections.ts';
import type { EditionFrame } from '#lib/model/views.ts';
import { standingAlerts } from '#lib/store/alert-lists.ts';
import { hasSampleStories, sectionsWithStories } from '#lib/store/article-lists.ts';
import { openFor } from './question.ts';

/** What stands around the content of every page of an edition. */
export async function editionFrame(lang: LanguageCode): Promise<EditionFrame> {
  'use cache';
  const { position } = sharedTagClock();
  const store = await openFor(cacheTags.sections(lang), cacheTags.alert(lang));
  const config = readConfig(process.env);
  const alerts = await standingAlerts(store, new Date().toISOString(), lang);
  const sections = await sectionsWithStories(store, lang);
  return {
    siteName: config.siteName,
    siteUrl: config.siteUrl,
    timeZone: config.timeZone,
    lang,
    sections: inPrintOrder(sections.map(({ slug, name }) => ({ slug, name }))),
    editions: [...config.languages],
    alerts,
    position,
    isSample: await hasSampleStories(store, lang),
  };
}
