import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { reply: Reply };

/** The second word that an emergency needs: nobody may be interrupted by a slip (WCAG 2.2, 2.2.4,
 *  3.3.6). It is never ticked beforehand. */
export function EmergencyConfirmation({ reply }: Props) {
  const problem = reply.problems.find(({ field }) => field === 'danger');
  return (
    <div className="mt-4 border-4 border-alert p-4">
      <p>
        <strong>An emergency.</strong> Readers who chose quiet alerts, or none, are interrupted too.
      </p>
      {problem && (
        <p id="danger-problem" className="font-bold text-alert text-note">
          {problem.message}
        </p>
      )}
      <label className="target flex justify-start gap-3 font-bold">
        <input
          id="danger"
          type="checkbox"
          name="danger"
          value="yes"
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && 'danger-problem'}
          className="size-6 shrink-0"
        />
        This is danger to life. Interrupt every reader, whatever they have set.
      </label>
    </div>
  );
}
