import type { Edition } from './editions.ts';

/** One page of each kind that a reader can meet, in each edition. The long and the withdrawn story
 *  stand in __tests__/e2e/stories, the others in the sample edition. */

export type PageKind = {
  kind: string;
  path: (edition: Edition) => string;
  status: 200 | 404 | 410;
};

const IN_EVERY_STORY: Record<Edition, string> = { en: 'the', fa: 'دریا', km: 'សមុទ្រ' };
const AUTHOR: Record<Edition, string> = { en: 'test-desk', fa: 'میز-آزمون', km: 'តុសាកល្បង' };
const TOPIC: Record<Edition, string> = { en: 'hard-cases', fa: 'آزمون', km: 'សាកល្បង' };

export const DIPLOMACY_STORY = 'council-says-expulsions-answer-a-pattern';
export const HARD_STORY = 'everything';

export const PAGE_KINDS: readonly PageKind[] = [
  { kind: 'front page', path: (lang) => `/${lang}`, status: 200 },
  { kind: 'section', path: (lang) => `/${lang}/sections/world`, status: 200 },
  { kind: 'article', path: (lang) => `/${lang}/articles/${DIPLOMACY_STORY}`, status: 200 },
  {
    kind: 'article with all there is',
    path: (lang) => `/${lang}/articles/${HARD_STORY}`,
    status: 200,
  },
  { kind: 'author', path: (lang) => `/${lang}/authors/${AUTHOR[lang]}`, status: 200 },
  { kind: 'topic', path: (lang) => `/${lang}/topics/${TOPIC[lang]}`, status: 200 },
  {
    kind: 'search with results',
    path: (lang) => `/${lang}/search?q=${IN_EVERY_STORY[lang]}`,
    status: 200,
  },
  { kind: 'search without results', path: (lang) => `/${lang}/search?q=zzzzqqq`, status: 200 },
  { kind: 'search before asking', path: (lang) => `/${lang}/search`, status: 200 },
  { kind: 'settings', path: (lang) => `/${lang}/settings`, status: 200 },
  { kind: 'accessibility statement', path: (lang) => `/${lang}/accessibility`, status: 200 },
  { kind: 'unknown story', path: (lang) => `/${lang}/articles/no-such-story`, status: 404 },
  { kind: 'unknown address', path: (lang) => `/${lang}/no/such/page`, status: 404 },
  { kind: 'withdrawn story', path: (lang) => `/${lang}/articles/withdrawn`, status: 410 },
];
