import { messagesOf } from '#lib/messages/languages.ts';
import type { Messages } from '#lib/messages/messages.ts';
import { isLanguageCode, type LanguageCode } from '#lib/model/language.ts';

/** The words that are written into a story in this language when it comes in; English where Lede
 *  doesn't speak it. */
export function storyWords(lang: string): Messages['story'] {
  return messagesOf(spokenLanguage(lang)).story;
}

/** The language of those words. */
export function spokenLanguage(lang: string): LanguageCode {
  return isLanguageCode(lang) ? lang : 'en';
}
