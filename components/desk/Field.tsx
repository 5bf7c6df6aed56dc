import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { FieldProblem, problemId } from './FieldProblem.tsx';

type Props = {
  /** The id of the control, which is also its name in the form. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  reply: Reply | null;
  /** Draws the control with what belongs on it. */
  children: (control: {
    id: string;
    name: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
    className: string;
  }) => ReactNode;
};

/** A control with its label, its hint and what is wrong with it, tied together (WCAG 2.2, 1.3.1,
 *  3.3.1, 3.3.2). */
export function Field({ id, label, hint, reply, children }: Props) {
  const problem = problemId(id, reply);
  return (
    <div className="mt-5">
      <label htmlFor={id} className="font-bold text-plain">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-note text-quiet">
          {hint}
        </p>
      )}
      <FieldProblem field={id} reply={reply} />
      {children({
        id,
        name: id,
        'aria-describedby': [hint && `${id}-hint`, problem].filter(Boolean).join(' ') || undefined,
        'aria-invalid': problem ? true : undefined,
        className:
          'mt-1 block min-h-11 w-full rounded border border-control bg-paper px-3 py-2 text-plain',
      })}
    </div>
  );
}

/** What was typed into a field before, to be shown again. */
export function typed(reply: Reply | null, field: string): string {
  return reply?.fields[field]?.[0] ?? '';
}
