import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedSession } from '#lib/model/desk-views.ts';
import { deviceInWords } from '#lib/text/device-in-words.ts';

type Props = { sessions: ListedSession[]; formKey: string; timeZone: string };

/** Who is signed in. The button of each names whose session it ends, for those who jump from button to
 *  button (WCAG 2.2, 2.4.9). */
export function SessionList({ sessions, formKey, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  const others = sessions.filter(({ isOwn, mayEnd }) => mayEnd && !isOwn);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mt-10 text-teaser">
        Who is signed in
      </h2>
      <ul className="text-plain">
        {sessions.map(({ id, name, device, created, lastSeen, isOwn, mayEnd }) => (
          <li key={id} className="border-hair border-b py-3 [overflow-wrap:anywhere]">
            <p>
              {isOwn && <strong>This session: </strong>}“{name}”, {deviceInWords(device)}
            </p>
            <p className="text-note text-quiet">
              Since <Timestamp at={created} frame={frame} />, last seen{' '}
              <Timestamp at={lastSeen} frame={frame} />.
            </p>
            {mayEnd && (
              <form action="/desk/forms/end-session" method="post" className="mt-2">
                <FormKey value={formKey} />
                <input type="hidden" name="id" value={id} />
                <DeskButton>
                  {isOwn
                    ? 'End this session and sign out'
                    : `End the session of “${name}” (${deviceInWords(device)})`}
                </DeskButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <form action="/desk/forms/end-other-sessions" method="post" className="mt-4">
          <FormKey value={formKey} />
          <DeskButton>End all {others.length} other sessions</DeskButton>
        </form>
      )}
    </section>
  );
}
