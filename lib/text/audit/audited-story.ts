import type { Root } from 'hast';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Finding } from '#lib/model/finding.ts';

/** A story as the rules of the audit look at it. */
export type AuditedStory = {
  lang: string;
  input: Pick<ArticleInput, 'headline' | 'standfirst' | 'image'>;
  /** The body as it came, without what no reader sees. Here stands what the allow-list takes: colours,
   *  players, the levels of headings. */
  came: Root;
  /** The body as it is kept: sanitised, and repaired where a machine can. */
  kept: Root;
};

/** Looks for one kind of barrier. */
export type Rule = (story: AuditedStory) => Finding[];
