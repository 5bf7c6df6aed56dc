import type { Scope, Token } from '#lib/model/token.ts';
import { findToken, noteTokenUse } from '#lib/store/tokens.ts';
import type { ApiDesk } from './api-desk.ts';
import { Problem } from './problem.ts';

/** RFC 6750, 2.1. A token in the address or the body would end up in logs. */
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/** The token that a call carries, if it may do this (RFC 6750). Throws Problem. */
export async function authenticate(
  { store, limits }: ApiDesk,
  request: Request,
  scope: Scope,
): Promise<Token> {
  const header = request.headers.get('authorization');
  if (header === null) {
    throw unauthenticated(
      'Send a token: “Authorization: Bearer lede_…”. “bin/lede token create” makes one.',
    );
  }
  const [, secret = ''] = BEARER.exec(header) ?? [];
  const token = await findToken(store, secret);
  if (!token) {
    const wait = limits.failures.take(addressOf(request));
    if (wait > 0) throw tooMany('There were too many calls with tokens that don’t hold.', wait);
    throw unauthenticated(
      'This token does not hold: it was never made, or it was revoked.',
      'error="invalid_token"',
    );
  }
  const wait = limits.calls.take(token.id);
  if (wait > 0) throw tooMany(`The token “${token.name}” calls too often.`, wait);
  await noteTokenUse(store, token);
  if (token.scopes.includes(scope)) return token;
  throw new Problem(
    'insufficient-scope',
    `The token “${token.name}” may do ${token.scopes.join(', ')}; this needs ${scope}.`,
    { headers: challenge(`error="insufficient_scope", scope="${scope}"`) },
  );
}

function unauthenticated(detail: string, parameters = ''): Problem {
  return new Problem('unauthenticated', detail, { headers: challenge(parameters) });
}

function challenge(parameters: string): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="Lede"${parameters && `, ${parameters}`}` };
}

function tooMany(detail: string, wait: number): Problem {
  const headers = { 'retry-after': String(wait) };
  return new Problem('too-many-calls', `${detail} Wait ${wait} s.`, { headers });
}

/** Whoever the nearest server in front saw. It may be made up where there is none; that helps nobody
 *  to a token, and calls with one that holds are not counted here. */
function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) ?? '';
}
