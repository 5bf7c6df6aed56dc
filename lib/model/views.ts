import type { Alert } from './alert.ts';
import type { Author, Correction, Term } from './article.ts';
import type { LanguageCode } from './language.ts';
import type { Figure } from './picture.ts';
import type { SafeHtml } from './safe-html.ts';

/** View models: what lib/news answers and components draw. Plain data, ready for one edition. */

/** A story in a list. */
export type Teaser = {
  id: string;
  lang: LanguageCode;
  slug: string;
  headline: string;
  standfirst: string;
  section: Term;
  authorNames: string[];
  published: string;
  image: Figure | null;
};

/** A story on its own page. `updated` is null unless the text changed after publication. */
export type Story = Omit<Teaser, 'authorNames'> & {
  topics: Term[];
  dateline: string;
  authors: Author[];
  agencies: string[];
  updated: string | null;
  body: SafeHtml;
  corrections: Correction[];
  related: Teaser[];
  isSample: boolean;
};

/** What an article's address leads to. */
export type StoryAnswer =
  | { kind: 'story'; story: Story }
  | { kind: 'withdrawn'; headline: string; at: string }
  | { kind: 'unknown' };

export type SectionStories = { section: Term; stories: Teaser[] };

export type FrontPage = {
  lead: Teaser | null;
  latest: Teaser[];
  sections: SectionStories[];
};

/** One page of a long list. `page` counts from 1. */
export type ListPage = { stories: Teaser[]; page: number; hasOlder: boolean };

export type AuthorPage = ListPage & { author: Author };
export type SectionPage = ListPage & { section: Term };
export type TopicPage = ListPage & { topic: Term };

/** A story found by a search, with the marked words. */
export type SearchHit = { story: Teaser; headline: MarkedText; excerpt: MarkedText };

/** Text in pieces; the marked ones are what the reader looked for. */
export type MarkedText = { text: string; isMatch: boolean }[];

export type SearchAnswer = {
  query: string;
  hits: SearchHit[];
  page: number;
  hasMore: boolean;
  /** How many stories match; `null` where there are more than Lede counts. */
  total: number | null;
};

/** What every page of an edition shows around its content. */
export type EditionFrame = {
  siteName: string;
  /** Without a slash at the end. */
  siteUrl: string;
  /** IANA name of the zone in which times are shown. */
  timeZone: string;
  lang: LanguageCode;
  sections: Term[];
  editions: LanguageCode[];
  /** The alerts that stand, newest first. */
  alerts: Alert[];
  /** Where the change log stood when this was read: the live stream goes on from there. */
  position: number;
  isSample: boolean;
};
