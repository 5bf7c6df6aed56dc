/** The languages that Lede can publish in. `code` is BCP 47 and stands in addresses and `lang`;
 *  `name` is the language's name in itself; `locale` asks CLDR for what its press uses. */
export const LANGUAGES = {
  en: { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  fa: { code: 'fa', name: 'فارسی', dir: 'rtl', locale: 'fa-IR' },
  km: { code: 'km', name: 'ខ្មែរ', dir: 'ltr', locale: 'km-KH-u-nu-khmr' },
} as const satisfies Record<string, LanguageFacts>;

type LanguageFacts = { code: string; name: string; dir: 'ltr' | 'rtl'; locale: string };

export type LanguageCode = keyof typeof LANGUAGES;

/** All codes, in the order in which editions are offered. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [LanguageCode, ...LanguageCode[]];

/** Whether Lede has an interface in this language. */
export function isLanguageCode(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}
