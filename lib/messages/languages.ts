import type { Term } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { km } from './km.ts';
import type { Messages } from './messages.ts';

const LANGUAGES: Record<LanguageCode, Messages> = { en, fa, km };

/** The words of an edition. */
export function messagesOf(lang: LanguageCode): Messages {
  return LANGUAGES[lang];
}

/** A section under the name that the edition gives it; one of the newsroom's own keeps the name
 *  that it came with. */
export function sectionName(section: Term, lang: LanguageCode): string {
  const names: Record<string, string> = LANGUAGES[lang].sections;
  return names[section.slug] ?? section.name;
}
