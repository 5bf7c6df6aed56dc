import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

/** Names in a row, joined as the language joins them: "A, B and C". Empty for none. */
export function formatList(names: readonly string[], lang: LanguageCode): string {
  return new Intl.ListFormat(LANGUAGES[lang].locale, { type: 'conjunction' }).format(names);
}
