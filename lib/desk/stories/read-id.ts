import { plainLine } from '#lib/model/plain-line.ts';
import type { Fields } from '../forms.ts';

/** The story that a form is about. Without what no id has: PostgreSQL refuses a question with U+0000. */
export function readId(fields: Fields): string {
  return plainLine(fields.get('id') ?? '');
}
