import type { ListedSession, ListedToken } from '#lib/model/desk-views.ts';
import type { Token } from '#lib/model/token.ts';
import { openSessions } from '#lib/store/sessions.ts';
import { isValid, listTokens } from '#lib/store/tokens.ts';
import type { Desk } from '../desk.ts';
import type { Visitor } from '../visitor.ts';
import { decidesAbout } from './decides-about.ts';

export type Access = {
  /** Those that hold first, the newest of each kind first. */
  tokens: ListedToken[];
  /** That of the visitor first, then the one seen last. */
  sessions: ListedSession[];
};

/** Who has access, and what the visitor may do about it. */
export async function readAccess({ store }: Desk, { token: own, session }: Visitor) {
  const now = new Date().toISOString();
  const [tokens, sessions] = await Promise.all([listTokens(store), openSessions(store, now)]);
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const listed = tokens.reverse().map((token): ListedToken => {
    const holds = isValid(token, now);
    return {
      ...token,
      isValid: holds,
      isOwn: token.id === own.id,
      mayRevoke: holds && decidesAbout(own, token),
      sessions: sessions.filter(({ tokenId }) => tokenId === token.id).length,
    };
  });
  const open = sessions.flatMap((each): ListedSession[] => {
    const token: Token | undefined = byId.get(each.tokenId);
    if (!token) return [];
    const isOwn = each.id === session.id;
    return [{ ...each, name: token.name, isOwn, mayEnd: isOwn || decidesAbout(own, token) }];
  });
  return {
    tokens: listed.sort((one, other) => Number(other.isValid) - Number(one.isValid)),
    sessions: open.sort((one, other) => Number(other.isOwn) - Number(one.isOwn)),
  } satisfies Access;
}
