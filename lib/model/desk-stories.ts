import type { ArticleState } from './article.ts';
import type { ToldAct } from './desk-views.ts';
import type { Finding } from './finding.ts';
import type { LanguageCode } from './language.ts';
import type { Figure } from './picture.ts';
import type { SafeHtml } from './safe-html.ts';

/** What the pages of the desk show of stories. Instants are ISO 8601 in UTC. */

/** A story in a list of the desk, in whatever state. */
export type ListedStory = {
  id: string;
  lang: LanguageCode;
  slug: string;
  headline: string;
  state: ArticleState;
  published: string;
  /** When its embargo lifts. */
  releaseAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  /** Why an editor holds it. */
  heldReason: string | null;
  /** A newer version of it waits for an editor. */
  hasWaiting: boolean;
  serious: number;
  minor: number;
};

/** `held`: all that waits for an editor, whole or with a newer version. `serious`: all that is not
 *  withdrawn and has serious findings. */
export const STORY_CHOICES = [
  'all',
  'published',
  'held',
  'embargoed',
  'withdrawn',
  'serious',
] as const;
export type StoryChoice = (typeof STORY_CHOICES)[number];

/** Which stories somebody looks for. */
export type StoryFilter = {
  state: StoryChoice;
  lang: LanguageCode | 'all';
  /** Of the headline, or an address. Empty for all. */
  words: string;
};

export type StoryList = {
  filter: StoryFilter;
  stories: ListedStory[];
  /** Addresses of the pages around this one. */
  newer: string | null;
  older: string | null;
  /** The words are the address or the id of the one story that is shown. */
  isNamed: boolean;
  /** More may be found by these words than was looked at. */
  isCut: boolean;
};

/** A finding as a page tells of it. */
export type ToldFinding = Finding & {
  number: number;
  /** The id of its mark in the text below; null where it is not to be marked there. */
  mark: string | null;
};

/** A version of a story with what was found in it. */
export type StoryVersion = {
  headline: string;
  standfirst: string;
  image: Figure | null;
  body: SafeHtml;
  findings: ToldFinding[];
};

/** All that the desk knows of a story. */
export type StoryFile = {
  story: ListedStory;
  revision: number;
  sourceId: string;
  origin: string | null;
  revisions: { revision: number; at: string }[];
  overrides: { at: string; editor: string; reason: string; findings: Finding[] }[];
  acts: ToldAct[];
  version: StoryVersion;
  /** The newer version that waits for an editor. */
  waiting: (StoryVersion & { since: string }) | null;
};

/** The version that a release lets through, as its form names it: the newer one that waits, or the one
 *  that is held. */
export function versionToRelease(revision: number, waiting: { since: string } | null): string {
  return waiting?.since ?? String(revision);
}

/** What of a story can be corrected, as it was sent. */
export type StoryTexts = {
  revision: number;
  headline: string;
  standfirst: string;
  text: string;
  format: 'HTML' | 'Markdown';
};
