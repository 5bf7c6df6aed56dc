import { articleAddress } from '#lib/model/article-address.ts';
import {
  STORY_CHOICES,
  type StoryChoice,
  type StoryFilter,
  type StoryList,
} from '#lib/model/desk-stories.ts';
import { isLanguageCode, LANGUAGE_CODES } from '#lib/model/language.ts';
import { plainLine } from '#lib/model/plain-line.ts';
import { findByAddress, findById } from '#lib/store/articles.ts';
import {
  byTime,
  type DeskPlace,
  deskStories,
  type StoryLine,
  type StoryPart,
  storyLines,
} from '#lib/store/desk-stories.ts';
import { findHeadlines } from '#lib/store/find-headlines.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { Desk } from '../desk.ts';

const ON_A_PAGE = 30;

/** The stories that an address of the list asks for, newest first, a page of them. Pages begin at a
 *  story, not at a count: nothing slips to the next page while somebody reads. */
export async function readStoryList(
  { store }: Pick<Desk, 'store'>,
  asked: (name: string) => string,
): Promise<StoryList> {
  const filter = filterOf(asked);
  const named = await storyNamed(store, filter.words);
  if (named) {
    const stories = await deskStories(store, [named]);
    return { filter, stories, newer: null, older: null, isNamed: true, isCut: false };
  }
  const at = placeOf(asked('older'), 'older') ?? placeOf(asked('newer'), 'newer');
  const { lines, isCut } = await linesOf(store, filter, at);
  const isBack = at?.way === 'newer';
  const hasMore = lines.length > ON_A_PAGE;
  const shown = isBack ? lines.slice(-ON_A_PAGE) : lines.slice(0, ON_A_PAGE);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    filter,
    stories: await deskStories(store, shown),
    newer: first && (isBack ? hasMore : at) ? pathBeside(filter, first, 'newer') : null,
    older: last && (isBack || hasMore) ? pathBeside(filter, last, 'older') : null,
    isNamed: false,
    isCut,
  };
}

/** One more than a page shows. */
async function linesOf(store: Store, filter: StoryFilter, at: DeskPlace | null) {
  const parts = partsOf(filter);
  const limit = ON_A_PAGE + 1;
  if (filter.words === '') {
    return { lines: await storyLines(store, { parts, at: at ?? undefined, limit }), isCut: false };
  }
  const { lines, isCut } = await findHeadlines(store, { parts, words: filter.words });
  if (!at) return { lines: lines.slice(0, limit), isCut };
  const isNewer = at.way === 'newer';
  const beside = lines.filter((line) => (isNewer ? byTime(line, at) < 0 : byTime(line, at) > 0));
  return { lines: isNewer ? beside.slice(-limit) : beside.slice(0, limit), isCut };
}

function partsOf({ state, lang }: StoryFilter): StoryPart[] {
  const langs = lang === 'all' ? LANGUAGE_CODES : [lang];
  return langs.flatMap((each) => PARTS[state].map((part) => ({ lang: each, ...part })));
}

const PARTS: Record<StoryChoice, Omit<StoryPart, 'lang'>[]> = {
  all: [{ state: 'published' }, { state: 'held' }, { state: 'embargoed' }, { state: 'withdrawn' }],
  published: [{ state: 'published' }],
  held: [
    { state: 'held' },
    { state: 'published', only: 'waiting' },
    { state: 'embargoed', only: 'waiting' },
  ],
  embargoed: [{ state: 'embargoed' }],
  withdrawn: [{ state: 'withdrawn' }],
  serious: [
    { state: 'published', only: 'serious' },
    { state: 'held', only: 'serious' },
    { state: 'embargoed', only: 'serious' },
  ],
};

/** The one story that somebody names by its address or its id, whatever else they chose. */
async function storyNamed(store: Store, words: string): Promise<StoryLine | null> {
  const address = articleAddress(words);
  return address ? findByAddress(store, address.lang, address.slug) : findById(store, words);
}

function filterOf(asked: (name: string) => string): StoryFilter {
  const state = STORY_CHOICES.find((choice) => choice === asked('state')) ?? 'all';
  const lang = asked('lang');
  const words = plainLine(asked('words').slice(0, 500));
  return { state, lang: isLanguageCode(lang) ? lang : 'all', words };
}

const PLACE = /^(\d{4}-[\d:T.-]{12,30}Z) ([\w-]{1,100})$/;

function placeOf(value: string, way: DeskPlace['way']): DeskPlace | null {
  const [, published, id] = PLACE.exec(value) ?? [];
  return published && id ? { published, id, way } : null;
}

function pathBeside(
  { state, lang, words }: StoryFilter,
  { published, id }: StoryLine,
  way: DeskPlace['way'],
): string {
  const query = new URLSearchParams({ state, lang, words, [way]: `${published} ${id}` });
  return `/desk/stories?${query}`;
}
