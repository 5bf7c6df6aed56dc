import type { Expiry } from './alert-expiry.ts';
import type { ArticleState } from './article.ts';
import type { Reply } from './desk-reply.ts';
import type { LanguageCode } from './language.ts';

/** How long an alert from the desk waits before it goes out, so that it can be undone. */
export const UNDO_MS = 10_000;

/** A story that an alert may lead to. Instants are ISO 8601 in UTC. */
export type LinkedStory = {
  path: string;
  lang: LanguageCode;
  headline: string;
  published: string;
  state: ArticleState;
  /** When an embargoed one appears. */
  releaseAt: string | null;
};

/** What an alert will be in one edition. */
export type DraftEdition = {
  lang: LanguageCode;
  /** As readers get it. */
  text: string;
  /** As it was typed. */
  typed: string;
  /** What the editor named: none, the one, or several among which to choose. */
  stories: LinkedStory[];
};

/** An alert before it is raised. */
export type AlertDraft = {
  editions: DraftEdition[];
  expiry: Expiry;
  note: string;
  emergency: boolean;
};

/** What is worth a look before an alert goes out. */
export type DraftWarning = {
  /** Names what it is of. Whoever has seen it need not see it again, though its words change. */
  about: string;
  says: string;
  /** In the edition's language. */
  quote: string | null;
};

/** A draft as its preview shows it. */
export type DraftPreview = {
  draft: AlertDraft;
  editions: (DraftEdition & { warnings: DraftWarning[] })[];
  /** Editions in which nothing is raised. */
  untold: LanguageCode[];
};

/** Fields of a draft; a preview adds others of its own. */
const DRAFT_FIELD = /^(?:(?:text|story)-[a-z]+|expiry|note|emergency)$/;

/** What was typed into a draft, for the forms that carry it on. */
export function draftFields(fields: Record<string, string[]>): [string, string][] {
  return Object.entries(fields)
    .filter(([name]) => DRAFT_FIELD.test(name))
    .map(([name, [value = '']]) => [name, value]);
}

/** Says in a form which warning an editor has seen. */
export function warningMark(lang: LanguageCode, { about }: DraftWarning): string {
  return `${lang} ${about}`;
}

/** What a preview adds to the draft in its form: its number, which it keeps when it is shown again; the
 *  stories that are settled; what was worth a look. */
export function previewFields({ editions }: DraftPreview, reply: Reply): [string, string][] {
  const settled = editions.flatMap(({ lang, stories: [story, ...others] }): [string, string][] =>
    story && others.length > 0 ? [] : [[`link-${lang}`, story?.path ?? 'none']],
  );
  const seen = editions.flatMap(({ lang, warnings }) =>
    warnings.map((warning): [string, string] => ['seen', warningMark(lang, warning)]),
  );
  const number = reply.fields.draft?.[0] ?? '';
  return [['draft', isDraftNumber(number) ? number : reply.id], ...settled, ...seen];
}

/** Whether this can be the number of a preview: that of the reply it was made from. */
export function isDraftNumber(number: string): boolean {
  return /^[0-9a-f]{8}$/.test(number);
}
