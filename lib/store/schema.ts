import type { Generated, Selectable } from 'kysely';
import type { Act } from '#lib/model/act.ts';
import type { Actor } from '#lib/model/actor.ts';
import type { AlertEnd } from '#lib/model/alert.ts';
import type { ArticleState } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';

/** The tables. Instants are ISO 8601 in UTC and sort as text; JSON stands in text columns, so that
 *  both engines hold the same. Switches are 0 or 1. */
export type Tables = {
  articles: ArticlesTable;
  revisions: RevisionsTable;
  article_authors: ArticleAuthorsTable;
  article_topics: ArticleTopicsTable;
  withdrawals: WithdrawalsTable;
  findings: FindingsTable;
  waiting_versions: WaitingVersionsTable;
  overrides: OverridesTable;
  alerts: AlertsTable;
  changes: ChangesTable;
  article_sources: ArticleSourcesTable;
  tokens: TokensTable;
  sources: SourcesTable;
  page_texts: PageTextsTable;
  sessions: SessionsTable;
  audit_log: AuditLogTable;
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
  /** Since when and why an editor holds it: lib/store/hold.ts. Null where none does. A story that its
   *  sender took back keeps both, for the version that may come. */
  held_at: string | null;
  held_reason: string | null;
  /** How many serious findings the version that is here has. */
  serious_findings: number;
  /** The whole story as JSON: lib/model/article.ts. */
  document: string;
  /** What lists show of it as JSON: lib/store/teasers.ts. */
  teaser: string;
  /** Of what came in; the same again means that nothing changed. */
  content_hash: string;
  /** The way in which it came: lib/store/arrival.ts. Null where a story comes in one way only. */
  origin: string | null;
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

/** Stories that their senders took back, whether they are here or not. */
type WithdrawalsTable = {
  source_id: string;
  /** What is newer than this may come in again; null if nothing may. */
  at: string | null;
  reason: string;
};

/** What the audit found in the version that is here. A story without findings has no row. */
type FindingsTable = {
  article_id: string;
  /** A JSON list: lib/model/finding.ts. */
  findings: string;
};

/** A newer version of a story that waits for an editor, while the one before it stays. */
type WaitingVersionsTable = {
  article_id: string;
  since: string;
  /** As in articles. */
  document: string;
  /** How it came in, as JSON: lib/store/arrival.ts. */
  arrival: string;
  findings: string;
};

/** Who published a story in spite of what the audit found in it, and why. */
type OverridesTable = {
  article_id: string;
  at: string;
  editor: string;
  reason: string;
  /** The serious findings that were accepted, as a JSON list. */
  findings: string;
};

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
  /** When it goes out; null once it is out. */
  waits_until: string | null;
  raised_by: string | null;
  note: string;
  ended_by: string | null;
  ended_why: AlertEnd | null;
  ended_note: string;
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

type ArticleSourcesTable = {
  article_id: string;
  /** What the story was made from, as JSON: lib/model/article-input.ts. */
  input: string;
  /** The pictures made for it, as JSON: lib/store/article-sources.ts. */
  pictures: string;
  /** How its sender dates the version that came in last. */
  sent_at: string;
  /** Of the story as its sender sent it last. */
  sent_hash: string;
  /** Corrections that were made here and not by its sender, as a JSON list. */
  corrections: string;
};

type SourcesTable = {
  /** As the list of sources has it. */
  address: string;
  /** Its place in the list. */
  position: number;
  name: string;
  /** What the list says of it, as JSON: lib/store/sources.ts. */
  settings: string;
  /** What became of asking it, as JSON: lib/store/sources.ts. */
  state: string;
  /** When it is asked next; null if it is asked no more. */
  next_at: string | null;
  /** Who is asking it now, and until when that holds unless it is said again. */
  claimed_by: string | null;
  claimed_until: string | null;
};

/** Texts of pages that feeds lead to, so that a page is fetched once. */
type PageTextsTable = {
  /** Of the story. */
  source_id: string;
  /** Of the entry that led to it; another one means that the page is to be read again. */
  entry_hash: string;
  /** What was found there, as JSON: lib/ingest/full-text/page-text.ts. Null if nothing ever was. */
  page: string | null;
  tried_at: string;
};

type TokensTable = {
  id: string;
  name: string;
  /** A JSON list: lib/model/token.ts. */
  scopes: string;
  holds: number;
  /** SHA-256 of the whole token, in hexadecimal. */
  hash: string;
  created: string;
  last_used: string | null;
  revoked: string | null;
  /** From then on it holds no more; null if it holds until it is revoked. */
  expires: string | null;
};

/** People who are signed in at the desk. */
type SessionsTable = {
  id: string;
  token_id: string;
  /** SHA-256 of the whole secret of the cookie, in hexadecimal. */
  hash: string;
  /** What the browser says it is. */
  device: string;
  created: string;
  last_seen: string;
  expires: string;
  /** When they signed out, or were signed out. */
  ended: string | null;
  /** What is to be said on the next page, as JSON: lib/desk. */
  reply: string | null;
};

/** Who did what. The store refuses to change or delete a row. */
type AuditLogTable = {
  seq: Generated<number>;
  at: string;
  way: Actor['way'];
  actor: string;
  token_id: string | null;
  act: Act;
  subject: string;
  /** As a JSON object of plain values. */
  details: string;
};

export type ChangeKind =
  | 'article.published'
  | 'article.changed'
  | 'article.held'
  | 'article.withdrawn'
  | 'alert.raised'
  | 'alert.changed'
  | 'alert.ended';

export type ArticleRow = Selectable<ArticlesTable>;
export type AlertRow = Selectable<AlertsTable>;
export type TokenRow = Selectable<TokensTable>;
export type SessionRow = Selectable<SessionsTable>;
