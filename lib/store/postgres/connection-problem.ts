/** Where a database is, without who asks and with which password. */
export function placeOf(database: string): string {
  const url = URL.parse(database);
  if (!url) return 'postgres://…';
  return `postgres://${url.host}${url.pathname}`;
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is PostgreSQL started, and does it take connections',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host can’t be looked up now',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'the host does not answer',
  '28P01': 'the password is not right for that user',
  '28000': 'PostgreSQL does not let that user in',
  '3D000': 'PostgreSQL has no database of that name. Create it: createdb --encoding=UTF8',
  '42501': 'the user may not create tables there',
  '53300': 'PostgreSQL has as many connections as it takes',
  '57P03': 'PostgreSQL is still starting',
};

/** What is wrong, as the end of a sentence. Where a name has several addresses, Node reports one
 *  error for each in an error without a message. */
export function describeProblem(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  const { code } = first as { code?: string };
  const message = first instanceof Error ? first.message : String(first);
  return REASONS[code ?? ''] ?? message;
}
