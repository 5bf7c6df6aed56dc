import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { Field, typed } from './Field.tsx';

type Props = {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  reply: Reply | null;
  isRequired?: boolean;
  /** In characters, where browsers are to stop. */
  longest?: number;
};

/** A field for one line, with what was typed before. */
export function LineField({ id, label, hint, reply, isRequired, longest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} reply={reply}>
      {(control) => (
        <input
          {...control}
          type="text"
          required={isRequired}
          maxLength={longest}
          autoComplete="off"
          defaultValue={typed(reply, id)}
        />
      )}
    </Field>
  );
}
