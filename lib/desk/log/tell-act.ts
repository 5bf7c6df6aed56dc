import type { ToldAct } from '#lib/model/desk-views.ts';
import { isLanguageCode } from '#lib/model/language.ts';
import type { LoggedAct } from '#lib/store/audit-log.ts';
import { actInWords } from '#lib/text/act-in-words.ts';

/** An act as the desk shows it. */
export function tellAct(act: LoggedAct, timeZone: string): ToldAct {
  const { lang, text } = act.details;
  const isQuote = typeof text === 'string' && typeof lang === 'string' && isLanguageCode(lang);
  return {
    seq: act.seq,
    at: act.at,
    words: actInWords(act, timeZone),
    quote: isQuote ? { text, lang } : null,
  };
}
