import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

/** A day in words, as the press of the language writes it (CLDR long date, its own calendar). */
export function formatDay(iso: string, lang: LanguageCode, timeZone: string): string {
  return formatter(lang, timeZone, { dateStyle: 'long' }).format(new Date(iso));
}

/** A day and the time with the name of its zone, joined as the language joins them. */
export function formatDayAndTime(iso: string, lang: LanguageCode, timeZone: string): string {
  const dayAndTime = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...TIME,
    timeZoneName: 'short',
  } as const;
  return formatter(lang, timeZone, dayAndTime).format(new Date(iso));
}

/** The time of day alone. */
export function formatTime(iso: string, lang: LanguageCode, timeZone: string): string {
  return formatter(lang, timeZone, TIME).format(new Date(iso));
}

/** The time of day to the second, with the name of its zone. */
export function formatTimeToSecond(iso: string, lang: LanguageCode, timeZone: string): string {
  const toSecond = { ...TIME, second: '2-digit', timeZoneName: 'short' } as const;
  return formatter(lang, timeZone, toSecond).format(new Date(iso));
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  lang: LanguageCode,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone} ${Object.keys(options)}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(LANGUAGES[lang].locale, { ...options, timeZone });
    formatters.set(key, known);
  }
  return known;
}
