import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { FieldProblem, problemId } from './FieldProblem.tsx';

type Props = {
  /** The name of the field in the form, and the id of its first choice. */
  id: string;
  legend: ReactNode;
  reply: Reply | null;
  children: ReactNode;
};

/** Choices under one question, with what is wrong with the answer, tied together (WCAG 2.2, 1.3.1,
 *  3.3.1). */
export function FieldGroup({ id, legend, reply, children }: Props) {
  return (
    <fieldset className="mt-5 min-w-0" aria-describedby={problemId(id, reply)}>
      <legend className="font-bold text-plain">{legend}</legend>
      <FieldProblem field={id} reply={reply} />
      {children}
    </fieldset>
  );
}
