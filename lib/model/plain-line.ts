/** Characters that are not seen and change what is: controls, and those that turn the direction of
 *  what follows (Unicode Standard Annex 9). The marks LRM, RLM and ALM and the joiners stay: Persian
 *  and Arabic need them. White space is no such character: it becomes a space. */
const UNSEEN = /(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text on one line, as it is safe to print, to store and to show to others: without characters
 *  that hide, and without halves of characters, which no database takes. */
export function plainLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
