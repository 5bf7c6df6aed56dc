import type { ReactNode } from 'react';
import { Radios } from '#components/desk/Radios.tsx';
import { EXPIRIES } from '#lib/model/alert-expiry.ts';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = {
  chosen: string;
  /** The end that an alert has already, in words; null for a new one. */
  kept: ReactNode;
  reply: Reply | null;
};

/** When an alert runs out. One choice is offered; without one nothing is raised. */
export function ExpiryChoice({ chosen, kept, reply }: Props) {
  const choices = Object.entries(EXPIRIES).map(([value, { words }]) => ({ value, words }));
  return (
    <Radios
      id="expiry"
      legend={kept ? 'It runs out' : 'It runs out after'}
      choices={
        kept
          ? [
              { value: 'keep', words: kept },
              ...choices.map(({ value, words }) => ({ value, words: `${words} from now` })),
            ]
          : choices
      }
      chosen={chosen}
      reply={reply}
    />
  );
}
