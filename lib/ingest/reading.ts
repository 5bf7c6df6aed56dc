import type { Actor } from '#lib/model/actor.ts';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Origin } from '#lib/store/arrival.ts';
import type { ArticleSource } from '#lib/store/article-sources.ts';
import type { FieldProblem } from './input-problems.ts';
import type { PictureBase } from './picture-source.ts';

/** A file or page that may hold stories, read as text. */
export type SourceDocument = {
  /** As the person who imports it knows it: a path or an address. */
  place: string;
  /** The last part of its path, as `2018-07-06-hun-sen-hometown.md`. */
  fileName: string;
  text: string;
  /** Where the paths of its pictures begin. */
  pictures: PictureBase;
};

/** What a story is given that doesn't say it itself. */
export type ReadDefaults = {
  /** The language and section asked for on the command line. */
  lang?: string | undefined;
  section?: string | undefined;
  /** A web page is read as a story. */
  fullText?: boolean | undefined;
  /** The edition that stories belong to when nothing else is known. */
  edition: LanguageCode;
};

/** A story as an adapter found it. Every format ends here; import-story.ts takes it in. */
export type FoundStory = {
  place: string;
  input: ArticleInput;
  pictures: PictureBase;
  /** What was left out of the story, each in a sentence. */
  warnings: string[];
  /** Its sender dates each version (`updated`, or else `published`), and versions may come in any
   *  order: an older one never replaces a newer one. */
  isVersioned?: boolean;
  /** Its sender gave it no date, so that it has one that was made up here. It keeps the first. */
  isUndated?: boolean;
  /** A slug that it would like to have, and another will do. One that it must have is in its input. */
  wishedSlug?: string | undefined;
  /** The way it came, where the same story may come in several: lib/store/arrival.ts. */
  origin?: Origin;
  /** Address of its web page, where a feed may hold only the beginning of it. */
  page?: string | undefined;
  /** There is no text but that page’s: without it, it is no story. */
  isOnlyTitle?: boolean;
  /** It is not sent again by its sender, but changed here. */
  amends?: Amendment;
};

/** Which revision of a story was changed, what that one was made from, and who changed it. */
export type Amendment = {
  revision: number;
  source: ArticleSource;
  actor: Actor;
  /** What readers are told of it; null if nothing. */
  note: string | null;
};

/** Something that didn't become a story, with the reason in a sentence. `held` means that this was
 *  the newsroom's wish, as with a draft. */
export type NoStory = {
  place: string;
  outcome: 'failed' | 'held';
  reason: string;
  /** The fields that are at fault, where the sender is a program that wants to know. */
  fields?: FieldProblem[];
};

/** A story that its sender takes back. It leaves this site too, if it is here. */
export type Withdrawal = {
  place: string;
  outcome: 'cancel';
  sourceId: string;
  /** Why, in a sentence for readers of the story's address. */
  reason: string;
  /** When it was taken back, in ISO 8601, if that is known. */
  at?: string | undefined;
};

export type Reading = FoundStory | NoStory | Withdrawal;

/** Whether an adapter found a story. */
export function isStory(reading: Reading): reading is FoundStory {
  return 'input' in reading;
}

/** Whether a story is taken back. */
export function isWithdrawal(reading: Reading): reading is Withdrawal {
  return 'outcome' in reading && reading.outcome === 'cancel';
}
