import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

const parsed = new Map<string, IntlMessageFormat>();

/** Fills in a message in ICU MessageFormat, with the plurals and numerals of the language. Throws
 *  when a value that the message names is missing. */
export function formatMessage(
  message: string,
  values: Record<string, string | number>,
  lang: LanguageCode,
): string {
  const key = `${lang}\n${message}`;
  let format = parsed.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, LANGUAGES[lang].locale);
    parsed.set(key, format);
  }
  return String(format.format(values));
}
