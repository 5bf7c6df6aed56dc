import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** How a format calls the fields of a story, where it differs from the article JSON. */
export type FieldNames = Record<string, string>;

/** What is wrong with a story, in a sentence that says where and what to do. */
export function problemOf(error: z.ZodError, names: FieldNames = {}): string {
  const missing = error.issues.filter(isMissing);
  if (missing.length > 0) {
    const fields = missing.map((issue) => nameOf(issue, names));
    return `It has no ${fields.join(' and no ')}. Every story needs ${fields.length > 1 ? 'them' : 'one'}.`;
  }
  const [first, ...others] = error.issues;
  if (!first) return 'It is not a story that Lede can read.';
  const more = others.length > 0 ? ` (${others.length} more like this.)` : '';
  return `${sentence(first, names)}${more}`;
}

/** What is wrong with one field of a story. The path leads to it through the article JSON. */
export type FieldProblem = { path: string[]; detail: string };

/** Each field that something is wrong with, and what. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        detail: 'Lede doesn’t know this field. Take it out, or correct its name.',
      }));
    }
    if (isMissing(issue)) return [{ path, detail: 'It is missing. Every story needs one.' }];
    return [{ path, detail: sentence(issue, {}) }];
  });
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length > 0 && issue.input === undefined;
}

function sentence(issue: Issue, names: FieldNames): string {
  const field = nameOf(issue, names);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `It has a field that Lede doesn’t know: ${issue.keys.map(quoted).join(', ')}. Take it out, or correct its name.`;
    case 'invalid_type':
      return `Its ${field} must be ${article(issue.expected)}.`;
    case 'too_small':
      return `Its ${field} is empty. Fill it in, or take it out.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Its ${field} is longer than ${issue.maximum} characters. Shorten it.`
        : `It has more than ${issue.maximum} ${field}. Take some out.`;
    default:
      return issue.message.startsWith('must')
        ? `Its ${field} ${issue.message}${shown(issue.input)}.`
        : `It is not a whole story: ${issue.message}.`;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' && value.length < 80 ? `, not ${quoted(value)}` : '';
}

function nameOf(issue: Issue, names: FieldNames): string {
  const [first, ...rest] = issue.path.map(String);
  if (first === undefined) return 'content';
  const name = names[first] ?? quoted(first);
  return rest.length > 0 ? `${name} (${quoted([first, ...rest].join('.'))})` : name;
}

function article(type: string): string {
  const kinds: Record<string, string> = {
    string: 'a text',
    array: 'a list',
    object: 'an object with named fields',
    number: 'a number',
    int: 'a whole number',
  };
  return kinds[type] ?? `a ${type}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}
