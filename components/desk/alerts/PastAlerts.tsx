import { type Fact, Facts } from '#components/desk/Facts.tsx';
import { Pages } from '#components/ui/Pages.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { AlertEnd, AlertRecord } from '#lib/model/alert.ts';
import { AlertLink } from './AlertLink.tsx';
import { AlertText } from './AlertText.tsx';
import { EditionName } from './EditionName.tsx';

type Props = {
  alerts: AlertRecord[];
  hasNewer: boolean;
  /** The id after which the older ones come; null if there are none. */
  olderAfter: string | null;
  timeZone: string;
};

/** The alerts that were: who raised each, when and why, and how it ended. Pages begin after an alert,
 *  not at a count: nothing slips to the next page while somebody reads. */
export function PastAlerts({ alerts, hasNewer, olderAfter, timeZone }: Props) {
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="mt-10 text-teaser">
        Past
      </h2>
      {alerts.length === 0 && <p className="mt-2 text-plain">There are none.</p>}
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id} className="border-hair border-b py-3">
            <AlertText alert={alert} />
            <Facts facts={factsOf(alert, timeZone)} />
          </li>
        ))}
      </ul>
      <Pages
        lang="en"
        newer={hasNewer ? { href: '/desk/alerts#past', label: 'Newest' } : null}
        older={
          olderAfter ? { href: `/desk/alerts?after=${olderAfter}#past`, label: 'Older' } : null
        }
      />
    </section>
  );
}

const ENDS: Record<AlertEnd, string> = {
  cleared: 'Cleared',
  expired: 'Ran out',
  undone: 'Undone before it went out',
};

function factsOf(alert: AlertRecord, timeZone: string): Fact[] {
  const { lang, link, raised, raisedBy, note, ended, endedBy, endedWhy, endedNote } = alert;
  const frame = { lang: 'en', timeZone } as const;
  const isUndone = endedWhy === 'undone';
  return [
    ['Edition', <EditionName key="edition" lang={lang} />],
    ['Led to', link && <AlertLink key="link" path={link} />],
    [isUndone ? 'Was to go out' : 'Went out', <Timestamp key="at" at={raised} frame={frame} />],
    ['By', raisedBy ?? 'not known'],
    ['Why', note],
    [
      endedWhy ? ENDS[endedWhy] : 'Ended',
      ended && (
        <>
          <Timestamp at={ended} frame={frame} />
          {endedBy && `, by ${endedBy}`}
        </>
      ),
    ],
    ['Why it ended', endedNote],
  ];
}
