import { isLanguageCode } from '#lib/model/language.ts';
import { languageCodeOf } from '../languages.ts';
import type { ReadDefaults } from '../reading.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The edition for what a feed says of its language. One that we have no edition for stays as it
 *  is, and the import refuses the story: under a wrong language a screen reader would read it out
 *  as noise (WCAG 3.1.1). Only who runs the import may decide otherwise, with --lang. */
export function feedLanguage(
  said: string | undefined,
  defaults: ReadDefaults,
): { lang: string; warning?: string } {
  const wanted = languageCodeOf(defaults.lang ?? defaults.edition);
  const given = said?.trim().replaceAll('_', '-') ?? '';
  if (given === '') return { lang: wanted };
  const lang = languageCodeOf(given);
  if (isLanguageCode(lang)) return { lang };
  if (defaults.lang === undefined && isLanguage(given)) return { lang: given };
  const warning = `It says that its language is “${given}”. It was read as “${wanted}”.`;
  return { lang: wanted, warning };
}

/** Whether the world knows a language by this code. */
function isLanguage(code: string): boolean {
  const [primary = ''] = code.split('-');
  if (!/^[a-z]{2,3}$/i.test(primary) || /^(?:und|mul|mis|zxx)$/i.test(primary)) return false;
  try {
    return names.of(primary) !== undefined && Intl.getCanonicalLocales(code).length > 0;
  } catch {
    return false;
  }
}
