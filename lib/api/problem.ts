/** What can be wrong with a call. The name ends the `type` of the answer, which leads to these words in
 *  the description of the API. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The call can’t be understood.' },
  'invalid-json': { status: 400, title: 'The body is not JSON.' },
  unauthenticated: { status: 401, title: 'This call needs a valid token.' },
  'insufficient-scope': { status: 403, title: 'The token may not do this.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'method-not-allowed': { status: 405, title: 'This address takes other methods.' },
  conflict: { status: 409, title: 'The story stands against what is here.' },
  withdrawn: { status: 410, title: 'The story was withdrawn.' },
  'revision-moved': { status: 412, title: 'The story is no longer the one you have seen.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-type': { status: 415, title: 'The body is of a kind that Lede doesn’t read.' },
  'invalid-story': { status: 422, title: 'The story can’t be taken as it is.' },
  'invalid-alert': { status: 422, title: 'The alert can’t be raised as it is.' },
  'too-many-calls': { status: 429, title: 'There were too many calls.' },
  'too-many-readers': { status: 503, title: 'Too many readers are connected.' },
  unavailable: { status: 503, title: 'Lede can’t take this call now.' },
  failure: { status: 500, title: 'Lede has failed.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** One thing that is wrong: in the body, by JSON Pointer (RFC 6901), or in the query. */
export type ProblemError = { detail: string } & ({ field: string } | { parameter: string });

type More = { errors?: ProblemError[]; headers?: Record<string, string> };

/** A call that is refused. The message is a sentence for who wrote the program. */
export class Problem extends Error {
  override name = 'Problem';
  readonly kind: ProblemName;
  readonly errors: ProblemError[];
  readonly headers: Record<string, string>;

  constructor(kind: ProblemName, detail: string, { errors = [], headers = {} }: More = {}) {
    super(detail);
    this.kind = kind;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A call that comes too soon, and in how many seconds it would not. */
export function tooManyCalls(detail: string, wait: number): Problem {
  const headers = { 'retry-after': String(wait) };
  return new Problem('too-many-calls', `${detail} Wait ${wait} s.`, { headers });
}

/** The address of the words about a kind of problem. */
export function problemType(kind: ProblemName): string {
  return `/api/openapi.json#/x-problems/${kind}`;
}

/** Says what is wrong, as RFC 9457 has it. No cache keeps it: a story that is not there may come. */
export function problemAnswer({ kind, message, errors, headers }: Problem): Response {
  const { status, title } = PROBLEMS[kind];
  const body = {
    type: problemType(kind),
    title,
    status,
    detail: message,
    ...(errors.length > 0 ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

/** The place of a field in JSON (RFC 6901). */
export function pointerTo(path: readonly (string | number)[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
