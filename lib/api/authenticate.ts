import { callerAddress } from '#lib/limits/caller-address.ts';
import type { Scope, Token } from '#lib/model/token.ts';
import { explainRefusal, findToken, noteTokenUse } from '#lib/store/tokens.ts';
import type { ApiDesk } from './api-desk.ts';
import { noteRefusal } from './note-refusal.ts';
import { Problem, tooManyCalls } from './problem.ts';

/** RFC 6750, 2.1. A token in the address or the body would end up in logs. */
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/** The token that a call carries, if it may do this (RFC 6750); where any that holds will do, without a
 *  scope. What is refused is logged. Throws Problem. */
export async function authenticate(desk: ApiDesk, request: Request, scope?: Scope): Promise<Token> {
  const header = request.headers.get('authorization');
  if (header === null) {
    throw unauthenticated(
      'Send a token: “Authorization: Bearer lede_…”. “bin/lede token create” makes one.',
    );
  }
  const [, secret = ''] = BEARER.exec(header) ?? [];
  const token = await findToken(desk.store, secret);
  if (!token) throw await refusalOf(desk, request, secret);
  const { id, name, scopes } = token;
  const wait = desk.limits.calls.take(id);
  if (wait > 0) throw tooManyCalls(`The token “${name}” calls too often.`, wait);
  // A store that can't be written (a full disk, a standby) can still be measured.
  await noteTokenUse(desk.store, token).catch((error) =>
    console.error('The use of a token was not noted:', error),
  );
  if (scope === undefined || scopes.includes(scope)) return token;
  const detail = `The token “${name}” may do ${scopes.join(', ')}; this needs ${scope}.`;
  await noteRefusal(desk, request, () => ({ tokenId: id, why: detail }));
  const headers = challenge(`error="insufficient_scope", scope="${scope}"`);
  throw new Problem('insufficient-scope', detail, { headers });
}

/** Which of the reasons it is, who sent it is not told. */
async function refusalOf(desk: ApiDesk, request: Request, secret: string): Promise<Problem> {
  const wait = desk.limits.failures.take(callerAddress(request));
  if (wait > 0) {
    const held = { tokenId: null, why: 'Too many tokens that don’t hold; it must wait.' };
    await noteRefusal(desk, request, () => held, { isHeldUp: true });
    return tooManyCalls('There were too many calls with tokens that don’t hold.', wait);
  }
  await noteRefusal(desk, request, () => explainRefusal(desk.store, secret));
  return unauthenticated(
    'This token does not hold: it was never made, it was revoked, or its time is over.',
    'error="invalid_token"',
  );
}

function unauthenticated(detail: string, parameters = ''): Problem {
  return new Problem('unauthenticated', detail, { headers: challenge(parameters) });
}

function challenge(parameters: string): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="Lede"${parameters && `, ${parameters}`}` };
}
