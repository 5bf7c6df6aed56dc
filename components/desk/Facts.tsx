import type { ReactNode } from 'react';

/** `null`: there is nothing to say of it. */
export type Fact = readonly [name: string, fact: ReactNode];

type Props = { facts: readonly Fact[] };

/** What is known of an alert or a token, as pairs of a word and what it says: a row of a table would be too wide
 *  for a phone (WCAG 2.2, 1.4.10). */
export function Facts({ facts }: Props) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-note">
      {facts
        .filter(([, fact]) => fact !== null && fact !== '')
        .map(([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
