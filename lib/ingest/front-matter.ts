import { type Document, parseDocument } from 'yaml';

export type FrontMatter = { fields: Record<string, unknown>; body: string };

/** Parts a text file into its YAML front matter, between two lines of `---`, and the body. Null
 *  where there is none. Throws FrontMatterError. */
export function splitFrontMatter(text: string): FrontMatter | null {
  const parts = /^\s*---[^\S\n]*\n(.*?)^---[^\S\n]*(?:\n|$)/ms.exec(text);
  if (!parts) return null;
  // Jekyll lets a later line overrule an earlier one of the same name.
  const yaml = parseDocument(parts[1] ?? '', { uniqueKeys: false, version: '1.2' });
  const [error] = yaml.errors;
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    const [what] = error.message.split(' at line');
    throw new FrontMatterError(
      `Its front matter is not valid YAML in line ${line}: ${what}. Put the value in quotes if it holds a colon or begins with a special character.`,
    );
  }
  return { fields: fieldsOf(yaml), body: text.slice(parts[0].length) };
}

/** YAML can refer to its own parts, and so grow a few lines into gigabytes. */
function fieldsOf(yaml: Document): FrontMatter['fields'] {
  try {
    const fields: unknown = yaml.toJS({ maxAliasCount: 50 });
    return isRecord(fields) ? fields : {};
  } catch {
    throw new FrontMatterError('Its front matter refers to its own parts too often (“&” and “*”).');
  }
}

/** Front matter that can't be read. The message is for the newsroom. */
export class FrontMatterError extends Error {
  override name = 'FrontMatterError';
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
