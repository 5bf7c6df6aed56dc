import {
  isLanguageCode,
  LANGUAGE_CODES,
  LANGUAGES,
  type LanguageCode,
} from '#lib/model/language.ts';

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** Other names under which newsrooms file a language. */
const ALIASES: Record<string, LanguageCode> = { farsi: 'fa', cambodian: 'km' };

const names = new Map<string, LanguageCode>(
  LANGUAGE_CODES.flatMap((code): [string, LanguageCode][] => [
    [(englishNames.of(code) ?? code).toLowerCase(), code],
    [LANGUAGES[code].name.toLowerCase(), code],
  ]),
);

/** The code of a language given by its code (`en`, `en-US`, `km_KH`) or its name (`Khmer`). What
 *  Lede doesn't know is given back as it is. */
export function languageCodeOf(language: string): string {
  const wanted = language.trim().toLowerCase();
  const [primary = ''] = wanted.split(/[-_]/);
  if (isLanguageCode(primary)) return primary;
  return names.get(wanted) ?? ALIASES[wanted] ?? language.trim();
}
