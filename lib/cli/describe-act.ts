import { plainLine } from '#lib/model/plain-line.ts';
import type { LoggedAct } from '#lib/store/audit-log.ts';
import { actInWords } from '#lib/text/act-in-words.ts';

/** One line about an entry of the audit log: when, the sentence, and by which token, for who looks for
 *  one that has come into wrong hands. Names and reasons come from outside and must not move the
 *  cursor. */
export function describeAct(entry: LoggedAct): string {
  const { at, actor } = entry;
  const token = actor.tokenId === null ? '' : ` (token ${actor.tokenId})`;
  const when = `${at.slice(0, 19).replace('T', ' ')} UTC`;
  return plainLine(`${when}: ${actInWords(entry)}${token}`);
}
