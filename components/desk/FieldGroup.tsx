import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = {
  /** The name of the field in the form. */
  name: string;
  legend: string;
  reply: Reply | null;
  children: ReactNode;
};

/** Choices under one question, with what is wrong with the answer, tied together (WCAG 2.2, 1.3.1,
 *  3.3.1). */
export function FieldGroup({ name, legend, reply, children }: Props) {
  const problems = reply?.problems.filter(({ field }) => field === name) ?? [];
  const isWrong = problems.length > 0;
  return (
    <fieldset className="mt-5" aria-describedby={isWrong ? `${name}-problem` : undefined}>
      <legend className="font-bold text-plain">{legend}</legend>
      {isWrong && (
        <p id={`${name}-problem`} className="font-bold text-alert text-note">
          {problems.map(({ message }) => message).join(' ')}
        </p>
      )}
      {children}
    </fieldset>
  );
}
