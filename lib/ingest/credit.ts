/** A picture's credit as the page prints it: without the brackets that some put around it. What
 *  was never filled in, as “Photos by Xxxxx”, is none. */
export function creditOf(text: string): string {
  const credit = text.trim().replace(/^[(（](.*)[)）]$/su, '$1');
  return /\bx{4,}\b/i.test(credit) ? '' : credit.trim();
}
