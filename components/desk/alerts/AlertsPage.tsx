import type { AlertRecord } from '#lib/model/alert.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { PastAlerts } from './PastAlerts.tsx';
import { RaiseForm } from './RaiseForm.tsx';
import { StandingAlerts } from './StandingAlerts.tsx';
import { WaitingAlerts } from './WaitingAlerts.tsx';

type Props = {
  waiting: AlertRecord[][];
  standing: AlertRecord[];
  past: AlertRecord[];
  hasNewer: boolean;
  olderAfter: string | null;
  /** The editions that are switched on, each with its newest headlines. */
  editions: { lang: LanguageCode; headlines: string[] }[];
  /** Who is signed in. */
  name: string;
  /** Null where the token may look but not act. */
  formKey: string | null;
  reply: Reply | null;
  timeZone: string;
};

/** All that there is of alerts, what can't wait first: those that can still be undone, the form, those
 *  that stand, those that were. */
export function AlertsPage(props: Props) {
  const { waiting, standing, past, hasNewer, olderAfter, editions, name, formKey } = props;
  const { reply, timeZone } = props;
  return (
    <>
      {!formKey && (
        <p className="mt-3 text-plain">
          You may look at alerts here. To raise, change or clear one, your token “{name}” needs the
          scope alerts.
        </p>
      )}
      <WaitingAlerts groups={waiting} formKey={formKey} timeZone={timeZone} />
      {formKey && <RaiseForm editions={editions} formKey={formKey} reply={reply} />}
      <StandingAlerts alerts={standing} formKey={formKey} reply={reply} timeZone={timeZone} />
      <PastAlerts alerts={past} hasNewer={hasNewer} olderAfter={olderAfter} timeZone={timeZone} />
    </>
  );
}
