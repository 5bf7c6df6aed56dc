import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';

/** What became of one story that came in. */
export type StoryOutcome = {
  place: string;
  /** `held`: known, but not shown to readers now. `withdrawn`: its sender took it back. */
  outcome: 'new' | 'changed' | 'unchanged' | 'held' | 'withdrawn' | 'failed';
  /** Why it is held or withdrawn or has failed, in a sentence. */
  reason?: string;
  /** What was done in the store, of which `held` says nothing. */
  stored?: 'new' | 'changed' | 'unchanged';
  /** Why a version was held that left what is here as it is. */
  cause?: 'older' | 'withdrawn' | 'taken back';
  /** Of the article JSON, where one field is at fault. */
  field?: keyof ArticleInput;
  warnings: string[];
  /** Something could not be had that may be there the next time. */
  isIncomplete?: boolean;
  /** What its audit found; of a story that is unchanged, when it came in. */
  findings: Finding[];
  story?: { id?: string; lang: LanguageCode; slug: string; headline: string };
};

/** Why a story that is well-formed has no place here. */
export type Refusal = Required<Pick<StoryOutcome, 'reason'>> & Pick<StoryOutcome, 'field'>;
