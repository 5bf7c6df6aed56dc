import { createHash } from 'node:crypto';
import type { Actor } from '#lib/model/actor.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { Session } from '#lib/model/session.ts';
import type { Scope, Token } from '#lib/model/token.ts';
import { findSession } from '#lib/store/sessions.ts';
import type { Desk } from './desk.ts';
import { readReply } from './reply.ts';

export const SESSION_COOKIE = 'lede-desk';

/** Who is at the desk. */
export type Visitor = {
  session: Session;
  token: Token;
  actor: Actor;
  /** Stands in every form of theirs, so that no other site can send one in their name. */
  formKey: string;
  /** What the last form has to say. */
  reply: Reply | null;
};

/** Who has this cookie; null where nobody is signed in with it. `replyId` is what the address says
 *  of a reply. */
export async function findVisitor(
  { store }: Desk,
  secret: string,
  replyId?: string,
): Promise<Visitor | null> {
  const found = await findSession(store, secret);
  if (!found) return null;
  const { session, token, reply } = found;
  return {
    session,
    token,
    actor: { way: 'desk', name: token.name, tokenId: token.id },
    formKey: formKeyOf(secret),
    reply: readReply(reply, replyId),
  };
}

export function mayDo({ token }: Visitor, scope: Scope): boolean {
  return token.scopes.includes(scope);
}

/** Whoever has the secret of the session can make it, and nobody else. */
export function formKeyOf(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}
