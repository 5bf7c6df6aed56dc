import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { Choice } from './Choice.tsx';
import { FieldGroup } from './FieldGroup.tsx';

type Props = {
  id: string;
  legend: ReactNode;
  choices: readonly { value: string; words: ReactNode }[];
  /** What is chosen already; nothing, where nobody may press on without a choice. */
  chosen: string | null;
  reply: Reply | null;
};

/** One choice of several that must be made. */
export function Radios({ id, legend, choices, chosen, reply }: Props) {
  return (
    <FieldGroup id={id} legend={legend} reply={reply}>
      {choices.map(({ value, words }, index) => (
        <Choice
          key={value}
          id={index === 0 ? id : undefined}
          type="radio"
          name={id}
          value={value}
          isRequired
          isChecked={value === chosen}
        >
          {words}
        </Choice>
      ))}
    </FieldGroup>
  );
}
