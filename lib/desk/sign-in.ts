import { SITE_PATH } from '#lib/model/alert.ts';
import type { Token } from '#lib/model/token.ts';
import { endSession, openSession } from '#lib/store/sessions.ts';
import { findToken, noteTokenUse } from '#lib/store/tokens.ts';
import { FORMS } from './all-forms.ts';
import type { Desk } from './desk.ts';
import { readForm } from './read-form.ts';
import { refuseSignIn } from './refuse-sign-in.ts';
import { runForm } from './run-form.ts';
import { seeOther } from './see-other.ts';
import { cookieOf, sessionCookie } from './session-cookie.ts';
import { type Waiting, waitingWith } from './sign-in-to-send.ts';
import { findVisitor, SESSION_COOKIE } from './visitor.ts';

/** A page of the desk. */
const DESK_PATH = /^\/desk(?:[/?#]|$)/;

/** Signs somebody in by a token, and sends the form that waited for it, if one did. What does not hold
 *  is slowed by address, and logged; whoever has a token that holds never waits for those who guess. */
export async function signIn(desk: Desk, request: Request): Promise<Response> {
  const fields = await readForm(request);
  if (fields instanceof Response) return fields;
  const wanted = fields.get('return') ?? '';
  const to = SITE_PATH.test(wanted) && DESK_PATH.test(wanted) ? wanted : '/desk';
  const waiting = waitingWith(fields);
  const token = await findToken(desk.store, (fields.get('token') ?? '').trim());
  if (!token) return refuseSignIn(desk, request, { problem: 'unknown', to, waiting });
  if (token.scopes.every((scope) => scope === 'metrics')) {
    return refuseSignIn(desk, request, { problem: 'metrics', to, waiting });
  }
  return open(desk, request, { token, to, waiting });
}

type Way = { token: Token; to: string; waiting: Waiting | null };

/** Opens a session, in place of the one that this browser had. */
async function open(desk: Desk, request: Request, { token, to, waiting }: Way): Promise<Response> {
  const actor = { way: 'desk', name: token.name, tokenId: token.id } as const;
  const before = await findVisitor(desk, cookieOf(request, SESSION_COOKIE));
  if (before) await endSession(desk.store, before.session.id, 'session.closed', before.actor);
  const device = request.headers.get('user-agent') ?? '';
  const { secret } = await openSession(desk.store, token, device, actor);
  await noteTokenUse(desk.store, token);
  const answer = waiting ? await send(desk, secret, waiting) : seeOther(to);
  answer.headers.append('set-cookie', sessionCookie(secret, request));
  return answer;
}

async function send(desk: Desk, secret: string, { name, fields }: Waiting): Promise<Response> {
  const visitor = await findVisitor(desk, secret);
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  if (!visitor || !form) return seeOther('/desk');
  return runForm(desk, visitor, { name, form, fields });
}

/** Signs somebody out, whether or not they still were signed in. */
export async function signOut(desk: Desk, request: Request): Promise<Response> {
  const fields = await readForm(request);
  if (fields instanceof Response) return fields;
  const visitor = await findVisitor(desk, cookieOf(request, SESSION_COOKIE));
  if (visitor) await endSession(desk.store, visitor.session.id, 'session.closed', visitor.actor);
  return seeOther('/desk?sign-in=out', { 'set-cookie': sessionCookie('', request) });
}
