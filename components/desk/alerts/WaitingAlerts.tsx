import type { ReactNode } from 'react';
import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { AlertRecord } from '#lib/model/alert.ts';
import { nearestExpiry } from '#lib/model/alert-expiry.ts';
import { editionName } from '#lib/text/edition-name.ts';
import { AlertText } from './AlertText.tsx';
import { HiddenFields } from './HiddenFields.tsx';

type Props = {
  /** Those that were raised together together. */
  groups: AlertRecord[][];
  /** Null where the visitor may not undo. */
  formKey: string | null;
  timeZone: string;
};

/** Alerts that are about to go out. Nothing counts down, since nothing runs in this page: it says the
 *  time to the second. */
export function WaitingAlerts({ groups, formKey, timeZone }: Props) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="mt-6 border-4 border-alert p-4">
      <h2 id="waiting" className="text-teaser">
        About to go out
      </h2>
      {groups.map((alerts) => (
        <div key={alerts[0]?.id} className="mt-3">
          <ul className="grid gap-3">
            {alerts.map((alert) => (
              <li key={alert.id}>
                <AlertText alert={alert} />
                <p className="text-plain">
                  Goes out at{' '}
                  <strong>
                    <Timestamp
                      at={alert.raised}
                      frame={{ lang: 'en', timeZone }}
                      show="time to the second"
                    />
                  </strong>
                </p>
                {formKey && (
                  <UndoForm alerts={[alert]} formKey={formKey}>
                    Undo ({editionName(alert.lang)})
                  </UndoForm>
                )}
              </li>
            ))}
          </ul>
          {formKey && alerts.length > 1 && (
            <UndoForm alerts={alerts} formKey={formKey}>
              Undo all {alerts.length}
            </UndoForm>
          )}
        </div>
      ))}
      <p className="mt-3 text-plain">
        <a href="/desk/alerts" className="target-text">
          Load this page anew to see what is out
        </a>
      </p>
    </section>
  );
}

type UndoProps = { alerts: AlertRecord[]; formKey: string; children: ReactNode };

/** It carries the words of what it undoes, so that they are in the form again. */
function UndoForm({ alerts, formKey, children }: UndoProps) {
  const [first] = alerts;
  if (!first) return null;
  const { note, emergency, raised, expires } = first;
  const stands = expires ? Date.parse(expires) - Date.parse(raised) : 0;
  const words = alerts.flatMap(({ lang, text, link }) => [
    [`text-${lang}`, text] as const,
    [`story-${lang}`, link ?? ''] as const,
  ]);
  return (
    <form action="/desk/forms/alert-undo" method="post" className="mt-2">
      <FormKey value={formKey} />
      <HiddenFields fields={alerts.map(({ id }) => ['alert', id])} />
      <HiddenFields
        fields={[
          ...words,
          ['expiry', nearestExpiry(stands)],
          ['note', note],
          ['emergency', emergency ? 'yes' : ''],
        ]}
      />
      <DeskButton isMain={alerts.length > 1}>{children}</DeskButton>
    </form>
  );
}
