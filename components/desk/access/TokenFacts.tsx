import type { ReactNode } from 'react';
import { type Fact, Facts } from '#components/desk/Facts.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedToken } from '#lib/model/desk-views.ts';
import { SCOPE_WORDS } from '#lib/model/token.ts';

type Props = { token: ListedToken; timeZone: string };

/** What is known of a token. */
export function TokenFacts({ token, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  const time = (at: string) => <Timestamp at={at} frame={frame} show="instant" />;
  const facts: Fact[] = [
    ['May', token.scopes.map((scope) => SCOPE_WORDS[scope]).join('; ')],
    ['Its stories', token.holds ? 'wait if something serious is found' : null],
    ['Made', time(token.created)],
    ['Last used', token.lastUsed ? time(token.lastUsed) : 'never'],
    endOf(token, time),
    ['Signed in with it', token.sessions || null],
    ['Id', token.id],
  ];
  return <Facts facts={facts} />;
}

function endOf({ revoked, expires, isValid }: ListedToken, time: (at: string) => ReactNode): Fact {
  if (revoked) return ['Revoked', time(revoked)];
  if (!expires) return ['Holds', 'until it is revoked'];
  return [isValid ? 'Expires' : 'Expired', time(expires)];
}
