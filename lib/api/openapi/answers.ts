import { PROBLEMS, type ProblemName } from '../problem.ts';

type Answers = Record<string, object>;

const text = { schema: { type: 'string' } };

const RETRY_AFTER = {
  'Retry-After': { schema: { type: 'integer' }, description: 'in seconds' },
};

const HEADERS: Partial<Record<ProblemName, object>> = {
  unauthenticated: { 'WWW-Authenticate': text },
  'insufficient-scope': { 'WWW-Authenticate': text },
  'too-many-calls': RETRY_AFTER,
  'too-many-readers': RETRY_AFTER,
  unavailable: RETRY_AFTER,
  'method-not-allowed': { Allow: text },
};

/** An answer with JSON. */
export function content(description: string, schema: string, headers: object = {}): object {
  const media = { schema: { $ref: `#/components/schemas/${schema}` } };
  return { description, headers, content: { 'application/json': media } };
}

/** An answer without a body. */
export function bare(description: string, headers: object = {}): object {
  return { description, headers };
}

/** JSON that a call carries. */
export function media(schema: string, example: object): object {
  return { schema: { $ref: `#/components/schemas/${schema}` }, example };
}

/** The refusals of a call, each under its status. */
export function refusals(...kinds: ProblemName[]): Answers {
  const byStatus = Object.groupBy(kinds, (kind) => PROBLEMS[kind].status);
  const described = Object.entries(byStatus).map(([status, alike = []]) => [
    status,
    problem(alike.map((kind) => PROBLEMS[kind].title).join(' '), headersOf(alike)),
  ]);
  return { ...Object.fromEntries(described), default: problem(PROBLEMS.failure.title) };
}

/** What each call with a token may be refused for. */
export const TOKEN_REFUSALS = ['unauthenticated', 'insufficient-scope', 'too-many-calls'] as const;

/** What each call with a body may be refused for. */
export const BODY_REFUSALS = [
  'invalid-request',
  'invalid-json',
  'too-large',
  'unsupported-type',
] as const;

export const ETAG = {
  ETag: { schema: { type: 'string' }, description: 'names the revision, or the state of the list' },
};

export const NOT_CHANGED = bare('Nothing has changed since the answer that the tag names.', ETAG);

function problem(description: string, headers: object = {}): object {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, headers, content: { 'application/problem+json': { schema } } };
}

function headersOf(kinds: ProblemName[]): object {
  return Object.assign({}, ...kinds.map((kind) => HEADERS[kind] ?? {}));
}
