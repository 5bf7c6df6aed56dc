import type { LanguageCode } from '#lib/model/language.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** What the desk calls an edition: its language in English. */
export function editionName(lang: LanguageCode): string {
  return names.of(lang) ?? lang;
}

/** Editions as the desk lists them in a sentence. */
export function editionNames(langs: readonly LanguageCode[]): string {
  return new Intl.ListFormat('en').format(langs.map(editionName));
}
