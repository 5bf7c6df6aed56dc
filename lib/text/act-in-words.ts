import type { Act } from '#lib/model/act.ts';
import type { Actor } from '#lib/model/actor.ts';
import { isLanguageCode } from '#lib/model/language.ts';
import { formatDayAndTime } from './dates.ts';
import { deviceInWords } from './device-in-words.ts';

type Detail = string | number | boolean | null;

/** What the audit log keeps of an act. */
export type ActToTell = {
  actor: Pick<Actor, 'way' | 'name'>;
  act: Act;
  /** Id or address of what it was done to. */
  subject: string;
  details: Record<string, Detail>;
};

/** An act as a sentence in English, for the newsroom. Instants are told in the time zone. */
export function actInWords(told: ActToTell, timeZone = 'UTC'): string {
  const { act, actor, subject, details } = told;
  const said = (name: string) => wordOf(details[name]);
  const until = said('expires') && `, until ${formatDayAndTime(said('expires'), 'en', timeZone)}`;
  const sentence = `${SENTENCES[act]({ who: WHO[actor.way](actor.name), subject, said, until })}.`;
  const why = said('note') || said('reason');
  return why ? `${sentence} Why: ${asSentence(why)}` : sentence;
}

const WHO: Record<Actor['way'], (name: string) => string> = {
  desk: (name) => name,
  api: (name) => `${name}, by program,`,
  command: (name) => `${name}, at the command line,`,
};

type Told = {
  who: string;
  subject: string;
  /** A detail, empty if there is none of that name. */
  said: (name: string) => string;
  until: string;
};

const SENTENCES: Record<Act, (told: Told) => string> = {
  'alert.raised': ({ who, said, until }) =>
    `${who} raised ${said('emergency') === 'true' ? 'an emergency alert' : 'an alert'}: ${quoted(said)}${until}`,
  'alert.undone': ({ who, said, subject }) =>
    `${who} took back an alert before it went out: ${quoted(said) || subject}`,
  'alert.changed': ({ who, said, until }) =>
    said('before') === said('text')
      ? `${who} changed the link or the end of an alert: ${quoted(said)}${until}`
      : `${who} changed an alert from “${said('before')}” to ${quoted(said)}${until}`,
  'alert.cleared': ({ who, said }) => `${who} cleared an alert: ${quoted(said)}`,
  'story.published': ({ who, said, subject }) =>
    `${who} published ${storyOf(said, subject)}${said('findings') === '0' ? '' : ' in spite of its findings'}${decidedBy(said, who)}`,
  'story.held': ({ who, said, subject }) => `${who} held ${storyOf(said, subject)}`,
  'story.withdrawn': ({ who, said, subject }) => `${who} withdrew ${storyOf(said, subject)}`,
  'story.corrected': ({ who, said, subject }) =>
    `${who} changed ${storyOf(said, subject)}${said('waits') === 'true' ? ', which waits for an editor' : ''}`,
  'source.asked': ({ who, said, subject }) =>
    `${who} had the source ${said('name') ? `“${said('name')}”` : subject} asked at once`,
  'token.created': ({ who, said, until }) =>
    `${who} made the token “${said('name')}” for ${said('scopes')}${until}`,
  'token.revoked': ({ who, said }) => `${who} revoked the token “${said('name')}”`,
  'session.opened': ({ who, said }) => `${who} signed in with ${deviceInWords(said('device'))}`,
  'session.closed': ({ who, said }) => `${who} signed out of ${deviceInWords(said('device'))}`,
  'session.revoked': ({ who, said }) =>
    `${who} ended a session of “${said('name')}” with ${deviceInWords(said('device'))}`,
  'access.refused': ({ who, said, subject }) =>
    `${who} was refused at ${subject}: ${said('why').replace(/\.$/, '')}${alsoRefused(said)}`,
};

/** The log does not keep each of many refusals. */
function alsoRefused(said: Told['said']): string {
  return said('passedOver') && ` (since the refusal before this one: ${said('passedOver')} more)`;
}

function wordOf(detail: Detail | undefined): string {
  return detail === undefined || detail === null ? '' : String(detail);
}

/** The words of an alert, with the edition that they are for. */
function quoted(said: Told['said']): string {
  const lang = said('lang');
  const edition = isLanguageCode(lang) ? ` in ${EDITIONS.of(lang)}` : '';
  return said('text') && `“${said('text')}”${edition}`;
}

const EDITIONS = new Intl.DisplayNames('en', { type: 'language' });

/** A story by its headline and address, as far as they were noted. */
function storyOf(said: Told['said'], subject: string): string {
  const place = said('address') || subject;
  return said('headline') ? `“${said('headline')}” (${place})` : `the story ${place}`;
}

/** At the command line somebody may put in what another has decided. */
function decidedBy(said: Told['said'], who: string): string {
  const editor = said('editor');
  return editor === '' || who.startsWith(editor) ? '' : `, as ${editor} decided`;
}

function asSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
