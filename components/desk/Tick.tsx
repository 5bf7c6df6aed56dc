import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { Choice } from './Choice.tsx';
import { typed } from './Field.tsx';
import { FieldProblem, problemId } from './FieldProblem.tsx';

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  reply: Reply | null;
  isRequired?: boolean;
};

/** A box to tick, with its hint and what is wrong with it (WCAG 2.2, 3.3.1). */
export function Tick({ id, label, hint, reply, isRequired = false }: Props) {
  const problem = problemId(id, reply);
  return (
    <div className="mt-3">
      <FieldProblem field={id} reply={reply} />
      <Choice
        id={id}
        type="checkbox"
        name={id}
        value="yes"
        isRequired={isRequired}
        isChecked={typed(reply, id) === 'yes'}
        isWrong={problem !== undefined}
        describedBy={[hint && `${id}-hint`, problem].filter(Boolean).join(' ') || undefined}
      >
        {label}
      </Choice>
      {hint && (
        <p id={`${id}-hint`} className="text-note text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
