import { Tick } from '#components/desk/Tick.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { reply: Reply };

/** The second word that an emergency needs: nobody may be interrupted by a slip (WCAG 2.2, 2.2.4,
 *  3.3.6). It is never ticked beforehand, whatever was typed. */
export function EmergencyConfirmation({ reply }: Props) {
  return (
    <div className="mt-4 border-4 border-alert p-4">
      <p>
        <strong>An emergency.</strong> Readers who chose quiet alerts, or none, are interrupted too.
      </p>
      <Tick
        id="danger"
        label={
          <strong>This is danger to life. Interrupt every reader, whatever they have set.</strong>
        }
        reply={{ ...reply, fields: {} }}
        isRequired
      />
    </div>
  );
}
