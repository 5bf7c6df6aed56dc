import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { field: string; reply: Reply | null };

/** What is wrong with what was typed or chosen. Whoever draws the field ties it on, by its id (WCAG 2.2,
 *  3.3.1). */
export function FieldProblem({ field, reply }: Props) {
  const id = problemId(field, reply);
  if (!id) return null;
  const problems = reply?.problems.filter((problem) => problem.field === field) ?? [];
  return (
    <p id={id} className="font-bold text-alert text-note">
      {problems.map(({ message }) => message).join(' ')}
    </p>
  );
}

/** The id of what is wrong with a field; undefined where nothing is. */
export function problemId(field: string, reply: Reply | null): string | undefined {
  const isWrong = reply?.problems.some((problem) => problem.field === field);
  return isWrong ? `${field}-problem` : undefined;
}
