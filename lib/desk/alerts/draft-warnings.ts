import type { AlertRecord } from '#lib/model/alert.ts';
import type {
  AlertDraft,
  DraftEdition,
  DraftWarning,
  LinkedStory,
} from '#lib/model/alert-draft.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { plainLine } from '#lib/model/plain-line.ts';
import { formatDayAndTime } from '#lib/text/dates.ts';
import { editionName } from '#lib/text/edition-name.ts';

/** Letters of which an edition’s text has at least one. */
const LETTERS: Record<LanguageCode, RegExp> = {
  en: /\p{Script=Latin}/u,
  fa: /\p{Script=Arabic}/u,
  km: /\p{Script=Khmer}/u,
};

/** What an editor took from a web page or wrote for another program: tags, entities, Markdown,
 *  addresses. */
const MARKUP =
  /<\/?[a-z!][^>]*>?|&(?:#\w+|[a-z]+);|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]*\)|\bhttps?:\/\/\S+|\bwww\.\S+|\bjavascript:\S*/i;

/** What is worth a look before a draft goes out in one edition. `open` is every alert that has not
 *  ended. */
export function draftWarnings(
  edition: DraftEdition,
  { emergency }: Pick<AlertDraft, 'emergency'>,
  open: readonly AlertRecord[],
  timeZone: string,
): DraftWarning[] {
  const others = open.filter(({ lang }) => lang === edition.lang);
  return [
    ...textWarnings(edition),
    ...(edition.stories.length === 1 ? edition.stories : []).flatMap((story) =>
      storyWarnings(story, edition.lang, timeZone),
    ),
    ...others.map((other) => standingWarning(other, emergency, timeZone)),
  ];
}

function textWarnings({ lang, text, typed }: DraftEdition): DraftWarning[] {
  const markup = MARKUP.exec(text)?.[0];
  const isCleaned = plainLine(typed) !== typed.replace(/\s+/gu, ' ').trim();
  const isForeign = !LETTERS[lang].test(text);
  return [
    markup && {
      about: 'markup',
      says: 'Readers will see these characters as they stand here:',
      quote: markup,
    },
    isCleaned &&
      warning('marks', 'Characters that hide or turn the text’s direction were taken out.'),
    isForeign &&
      warning(
        'letters',
        `The text has no letter of ${editionName(lang)}. Is it in the right field?`,
      ),
  ].filter((each) => typeof each === 'object');
}

function storyWarnings(
  { state, releaseAt, lang }: LinkedStory,
  edition: LanguageCode,
  timeZone: string,
): DraftWarning[] {
  const until = releaseAt ? ` until ${formatDayAndTime(releaseAt, 'en', timeZone)}` : '';
  const says = {
    published: null,
    withdrawn: 'The linked story is withdrawn: its address says only that it is gone.',
    held: 'The linked story is held: readers don’t find it until an editor releases it.',
    embargoed: `The linked story is under embargo${until}: readers don’t find it before.`,
  }[state];
  const name = editionName(lang);
  return [
    says !== null && warning(`story ${state}`, says),
    lang !== edition &&
      warning('other edition', `The linked story is in ${name}, another edition.`),
  ].filter((each) => typeof each === 'object');
}

function warning(about: string, says: string): DraftWarning {
  return { about, says, quote: null };
}

/** A page has room for one alert: an emergency, else the newest. */
function standingWarning(
  { id, text, emergency, waitsUntil, expires }: AlertRecord,
  isEmergency: boolean,
  timeZone: string,
): DraftWarning {
  const until = expires ? ` until ${formatDayAndTime(expires, 'en', timeZone)}` : '';
  const stands = waitsUntil
    ? 'Another alert of this edition is just going out'
    : `${emergency ? 'An emergency' : 'An alert'} stands in this edition${until}`;
  const then =
    emergency && !isEmergency
      ? 'readers will go on seeing that one, and not this'
      : 'readers will see this one in its place';
  return { about: `alert ${id}`, says: `${stands}; ${then}:`, quote: text };
}
