import type { Config } from '#lib/config/config.ts';
import type { LinkedStory } from '#lib/model/alert-draft.ts';
import { articleAddress } from '#lib/model/article-address.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import type { Teaser } from '#lib/model/views.ts';
import { newestTeasers } from '#lib/store/article-lists.ts';
import { findByAddress } from '#lib/store/articles.ts';
import { searchArticles } from '#lib/store/search.ts';
import { parseTeaser } from '#lib/store/teasers.ts';
import type { Desk } from '../desk.ts';

/** More are no choice but a list to read, and nobody has the time. */
const MOST_OFFERED = 8;

/** So many headlines are offered while one is typed. */
const NEWEST = 50;

/** The stories that an editor means, or a sentence that says why there is none. */
export type NamedStories = { stories: LinkedStory[] } | { problem: string };

/** Finds the story that somebody names by its address or its headline. A headline that is typed whole
 *  means its story; of other words all must be in a story, as readers search. */
export async function namedStories(
  desk: Desk,
  lang: LanguageCode,
  named: string,
): Promise<NamedStories> {
  if (/^(?:\/|https?:\/\/)/i.test(named)) return storyAt(desk, named);
  const stories = await storiesNamed(desk, lang, named);
  if (stories.length > 0) return { stories };
  if (/^[a-z][a-z0-9+.-]*:\S*$/i.test(named)) {
    return { problem: 'the link must be a story of this site, as /en/articles/night-ferries' };
  }
  return { problem: 'no published story has all of these words' };
}

/** The headlines that are offered while one is typed, the newest first. */
export async function newestHeadlines({ store }: Desk, lang: LanguageCode): Promise<string[]> {
  const teasers = await newestTeasers(store, { lang, limit: NEWEST });
  return [...new Set(teasers.map(({ headline }) => headline))];
}

async function storyAt({ store, config }: Desk, address: string): Promise<NamedStories> {
  const { siteUrl, languages } = config;
  if (!isHere(address, config)) {
    return { problem: `the link leads to another site than ${siteUrl}` };
  }
  const named = articleAddress(address);
  if (!named) return { problem: 'the link is not the address of a story' };
  if (!languages.includes(named.lang)) {
    return { problem: 'the link leads to an edition that is switched off' };
  }
  const row = await findByAddress(store, named.lang, named.slug);
  if (!row) return { problem: 'there is no story at this address' };
  const { state, release_at: releaseAt } = row;
  return { stories: [{ ...linkedStory(parseTeaser(row)), state, releaseAt }] };
}

function isHere(address: string, { siteUrl }: Config): boolean {
  if (!URL.canParse(address, siteUrl)) return false;
  return new URL(address, siteUrl).host === new URL(siteUrl).host;
}

async function storiesNamed(
  { store }: Desk,
  lang: LanguageCode,
  words: string,
): Promise<LinkedStory[]> {
  const { hits } = await searchArticles(store, { query: words, lang, limit: NEWEST, offset: 0 });
  const found = hits.map(({ teaser }) => teaser);
  const newest = await newestTeasers(store, { lang, limit: NEWEST });
  const known = new Map([...newest, ...found].map((teaser) => [teaser.id, teaser]));
  const whole = [...known.values()].filter(({ headline }) => isSame(headline, words));
  return (whole.length > 0 ? whole : found).slice(0, MOST_OFFERED).map(linkedStory);
}

function isSame(headline: string, words: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return plain(headline) === plain(words);
}

/** A published one. */
function linkedStory({ lang, slug, headline, published }: Teaser): LinkedStory {
  const path = paths.article(lang, slug);
  return { path, lang, headline, published, state: 'published', releaseAt: null };
}
