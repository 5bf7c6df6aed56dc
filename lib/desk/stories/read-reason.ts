import type { Reply } from '#lib/model/desk-reply.ts';
import { plainLine } from '#lib/model/plain-line.ts';
import type { Fields } from '../forms.ts';

const LONGEST = 1000;

/** Why somebody does something, from the field of this name, or what is wrong with it. */
export function readReason(
  fields: Fields,
  field: string,
): { reason: string } | { problems: Reply['problems'] } {
  const reason = plainLine(fields.get(field) ?? '');
  if (reason === '') return problem(field, 'Say why in a few words.');
  if (reason.length <= LONGEST) return { reason };
  return problem(field, `The reason is longer than ${LONGEST} characters. Shorten it.`);
}

function problem(field: string, message: string): { problems: Reply['problems'] } {
  return { problems: [{ field, message }] };
}
