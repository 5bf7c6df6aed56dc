import { InLanguage } from '#components/desk/InLanguage.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { Alert } from '#lib/model/alert.ts';
import { editionName } from '#lib/text/edition-name.ts';

type Props = { alerts: Alert[]; mayClear: boolean; timeZone: string };

/** The alerts that readers have now, each in its own language (WCAG 2.2, 3.1.2). */
export function StandingAlerts({ alerts, mayClear, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="mt-10 text-teaser">
        Alerts that readers have now
      </h2>
      {alerts.length === 0 && <p className="mt-2 text-plain">None.</p>}
      <ul className="text-plain">
        {alerts.map(({ id, lang, text, raised, expires, emergency }) => (
          <li key={id} className="mt-3 border-alert border-s-4 ps-3">
            {emergency && <strong>Emergency: </strong>}
            <InLanguage lang={lang}>{text}</InLanguage>
            <span className="block text-note text-quiet">
              For readers of {editionName(lang)}. Since <Timestamp at={raised} frame={frame} />,{' '}
              {expires ? (
                <>
                  until <Timestamp at={expires} frame={frame} show="instant" />
                </>
              ) : (
                'until it is cleared'
              )}
              .
            </span>
          </li>
        ))}
      </ul>
      {alerts.length > 0 && (
        <p>
          <a href="/desk/alerts" className="target-text">
            {mayClear ? 'Change or clear an alert' : 'All alerts'}
          </a>
        </p>
      )}
    </section>
  );
}
