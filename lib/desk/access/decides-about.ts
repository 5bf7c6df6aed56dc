import type { Token } from '#lib/model/token.ts';

/** Whether a token may decide about another: only about one that opens nothing that it does not open
 *  itself. So nobody gives what they have not got, nor takes away what is above them. */
export function decidesAbout(own: Token, other: Pick<Token, 'scopes'>): boolean {
  return other.scopes.every((scope) => own.scopes.includes(scope));
}
