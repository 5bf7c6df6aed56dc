import { type Fact, Facts } from '#components/desk/Facts.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { AlertRecord } from '#lib/model/alert.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { formatTime } from '#lib/text/dates.ts';
import { editionName } from '#lib/text/edition-name.ts';
import { AlertLink } from './AlertLink.tsx';
import { AlertText } from './AlertText.tsx';
import { ClearForm } from './ClearForm.tsx';
import { EditionName } from './EditionName.tsx';

type Props = {
  alerts: AlertRecord[];
  /** Null where the visitor may not end or change any. */
  formKey: string | null;
  reply: Reply | null;
  timeZone: string;
};

/** The alerts that readers have now, with who raised them and why. What can be done with each names
 *  it, for those who go from button to button (WCAG 2.2, 2.4.9). */
export function StandingAlerts({ alerts, formKey, reply, timeZone }: Props) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="mt-10 text-teaser">
        Standing
      </h2>
      {alerts.length === 0 && <p className="mt-2 text-plain">No alert stands.</p>}
      <ul>
        {alerts.map((alert) => {
          const since = formatTime(alert.raised, 'en', timeZone);
          const which = `${editionName(alert.lang)}, since ${since}`;
          return (
            <li key={alert.id} className="mt-4 border-alert border-s-4 ps-3">
              <AlertText alert={alert} />
              <Facts facts={factsOf(alert, timeZone)} />
              {formKey && (
                <>
                  <p className="mt-2">
                    <a href={`/desk/alerts/${alert.id}`} className="target-text">
                      Change ({which})
                    </a>
                  </p>
                  <ClearForm id={alert.id} which={which} formKey={formKey} reply={reply} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function factsOf(alert: AlertRecord, timeZone: string): Fact[] {
  const { lang, link, raised, expires, raisedBy, note } = alert;
  const frame = { lang: 'en', timeZone } as const;
  return [
    ['Edition', <EditionName key="edition" lang={lang} />],
    ['Leads to', link && <AlertLink key="link" path={link} />],
    ['Since', <Timestamp key="since" at={raised} frame={frame} />],
    [
      'Until',
      expires ? (
        <Timestamp key="until" at={expires} frame={frame} show="instant" />
      ) : (
        'it is cleared'
      ),
    ],
    ['By', raisedBy ?? 'not known'],
    ['Why', note],
  ];
}
