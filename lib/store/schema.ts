import type { Generated, Selectable } from 'kysely';
import type { ArticleState } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';

/** The tables. Instants are ISO 8601 in UTC and sort as text; JSON stands in text columns, so that
 *  both engines hold the same. Switches are 0 or 1. */
export type Tables = {
  articles: ArticlesTable;
  revisions: RevisionsTable;
  article_authors: ArticleAuthorsTable;
  article_topics: ArticleTopicsTable;
  alerts: AlertsTable;
  changes: ChangesTable;
};

type ArticlesTable = {
  id: string;
  source_id: string;
  lang: LanguageCode;
  slug: string;
  state: ArticleState;
  revision: number;
  section_slug: string;
  section_name: string;
  published: string;
  /** When an embargoed story is released. */
  release_at: string | null;
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
  /** The whole story as JSON: lib/model/article.ts. */
  document: string;
  /** What lists show of it as JSON: lib/store/teasers.ts. */
  teaser: string;
  /** Of what came in; the same again means that nothing changed. */
  content_hash: string;
  /** Pictures could not be had; the next import tries them again. */
  wants_pictures: number;
  /** Row in the search index. Rises with the time of publication: lib/store/search.ts. */
  search_row: number;
};

type RevisionsTable = { article_id: string; revision: number; at: string; document: string };

type ArticleAuthorsTable = {
  article_id: string;
  position: number;
  slug: string;
  /** The author as this story presents them, as JSON. */
  author: string;
};

type ArticleTopicsTable = { article_id: string; slug: string; name: string };

type AlertsTable = {
  id: string;
  lang: LanguageCode;
  text: string;
  link: string | null;
  emergency: number;
  raised: string;
  expires: string | null;
  /** When it was cleared or ran out. */
  ended: string | null;
};

type ChangesTable = {
  seq: Generated<number>;
  at: string;
  kind: ChangeKind;
  /** Id of the article or alert. */
  subject: string;
  /** Cache tags that this change makes stale, as a JSON list: lib/model/cache-tags.ts. */
  tags: string;
};

export type ChangeKind =
  | 'article.published'
  | 'article.changed'
  | 'article.withdrawn'
  | 'alert.raised'
  | 'alert.ended';

export type ArticleRow = Selectable<ArticlesTable>;
export type AlertRow = Selectable<AlertsTable>;
