import type { z } from 'zod';
import { Problem } from './problem.ts';
import { PUBLIC } from './public-answer.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

/** Reads the query of a call. A name that is none of these is refused: a filter that was mistyped must
 *  not answer as if it were not there. Throws Problem. */
export function readQuery<Fields extends Shape>(
  request: Request,
  schema: z.ZodObject<Fields>,
): z.output<z.ZodObject<Fields>> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  const known = `It is not known here. There is ${listOf(Object.keys(schema.shape))}.`;
  const errors = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((parameter) => ({ parameter, detail: known }));
    }
    return [{ parameter: String(issue.path[0]), detail: `It ${issue.message}.` }];
  });
  // Nobody writes from the page of another site.
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  throw invalidQuery(errors, isReading ? PUBLIC : {});
}

/** A query that can't be understood, by the names of what is wrong in it. */
export function invalidQuery(
  errors: { parameter: string; detail: string }[],
  headers: Record<string, string> = PUBLIC,
): Problem {
  const names = errors.map(({ parameter }) => `“${parameter}”`).join(', ');
  const detail = `The query has a fault in ${names}.`;
  return new Problem('invalid-request', detail, { errors, headers });
}

function listOf(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
