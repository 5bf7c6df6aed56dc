import type { ReactNode } from 'react';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedToken } from '#lib/model/desk-views.ts';
import { SCOPE_WORDS } from '#lib/model/token.ts';

type Props = { token: ListedToken; timeZone: string };

/** What is known of a token, as pairs of a word and what it says: a row of a table would be too wide
 *  for a phone (WCAG 2.2, 1.4.10). */
export function TokenFacts({ token, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  const time = (at: string) => <Timestamp at={at} frame={frame} />;
  const facts: Fact[] = [
    ['May', token.scopes.map((scope) => SCOPE_WORDS[scope]).join('; ')],
    ['Its stories', token.holds && 'wait if something serious is found'],
    ['Made', time(token.created)],
    ['Last used', token.lastUsed ? time(token.lastUsed) : 'never'],
    endOf(token, time),
    ['Signed in with it', token.sessions > 0 && token.sessions],
    ['Id', token.id],
  ];
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-note">
      {facts
        .filter(([, fact]) => fact !== false)
        .map(([label, fact]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

/** `false`: there is nothing to say of it. */
type Fact = [string, ReactNode];

function endOf({ revoked, expires, isValid }: ListedToken, time: (at: string) => ReactNode): Fact {
  if (revoked) return ['Revoked', time(revoked)];
  if (!expires) return ['Holds', 'until it is revoked'];
  return [isValid ? 'Expires' : 'Expired', time(expires)];
}
