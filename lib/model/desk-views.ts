import type { Finding } from './finding.ts';
import type { LanguageCode } from './language.ts';
import type { Session } from './session.ts';
import type { Token } from './token.ts';

/** What the pages of the desk show, in plain values. Instants are ISO 8601 in UTC. */

/** An act of the audit log, told. */
export type ToldAct = {
  seq: number;
  at: string;
  /** A sentence in English. */
  words: string;
  /** What it quotes in the language of an edition, so that it is read out in that language. */
  quote: { text: string; lang: LanguageCode } | null;
};

/** A story that waits for an editor. */
export type WaitingStory = {
  id: string;
  lang: LanguageCode;
  headline: string;
  /** The version before it stays with readers meanwhile. */
  isUpdate: boolean;
  since: string;
  findings: Finding[];
};

/** A source that gave nothing when it was last asked. */
export type FailingSource = {
  address: string;
  name: string;
  error: string;
  /** In a row. */
  failures: number;
  succeededAt: string | null;
};

export type ListedToken = Token & {
  isValid: boolean;
  /** The one that the visitor is signed in with. */
  isOwn: boolean;
  mayRevoke: boolean;
  /** How many are signed in with it. */
  sessions: number;
};

export type ListedSession = Session & {
  /** Of the token. */
  name: string;
  /** The one in which the list is read. */
  isOwn: boolean;
  mayEnd: boolean;
};
