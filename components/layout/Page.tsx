import type { ReactNode } from 'react';
import { BreakingNews } from '#components/alert/BreakingNews.client.tsx';
import { LiveAlerts } from '#components/alert/LiveAlerts.client.tsx';
import { ReaderStoreConnection } from '#components/preferences/ReaderStoreConnection.client.tsx';
import { InlineScript } from '#components/ui/InlineScript.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { EditionFrame } from '#lib/model/views.ts';
import { HIDE_DISMISSED_ALERT } from '#lib/preferences/early-scripts.ts';
import { alertToShow } from '#lib/preferences/reader-alerts.ts';
import { FIRST_STATE } from '#lib/preferences/reader-store.ts';
import { formatTime } from '#lib/text/dates.ts';
import { Footer } from './Footer.tsx';
import { Masthead } from './Masthead.tsx';
import { SkipLinks } from './SkipLinks.client.tsx';

type Props = {
  frame: EditionFrame;
  /** The page's own path, to come back to from a form. */
  path: string;
  /** The section that the page belongs to, marked in the navigation. */
  section?: string | undefined;
  /** The search that the page answers, shown in the search field. */
  query?: string | undefined;
  /** Whether the page has the reading settings itself, as an article has. */
  hasSettings?: boolean;
  children: ReactNode;
};

/** What every page is made of, in the order in which it is heard: skip links, breaking news, the
 *  place of announcements, masthead, content, footer. */
export function Page({ frame, path, section, query, hasSettings = false, children }: Props) {
  const { skipLinks, alert: words, alertMode } = messagesOf(frame.lang);
  const first = alertToShow(FIRST_STATE, frame.alerts);
  const links = [
    { href: '#main', text: skipLinks.main },
    { href: '#navigation', text: skipLinks.navigation },
    { href: '#search', text: skipLinks.search },
    ...(hasSettings ? [{ href: '#settings', text: skipLinks.settings }] : []),
  ];
  return (
    <>
      <SkipLinks
        label={skipLinks.label}
        links={links}
        alerts={frame.alerts}
        alertText={skipLinks.alert}
      />
      <BreakingNews
        alerts={frame.alerts}
        raisedAt={first ? formatTime(first.raised, frame.lang, frame.timeZone) : ''}
        returnTo={path}
        timeZone={frame.timeZone}
        words={{ ...words, modes: alertMode }}
      />
      {first && <InlineScript code={HIDE_DISMISSED_ALERT} />}
      <LiveAlerts
        delivery={{
          lang: frame.lang,
          alerts: frame.alerts,
          position: frame.position,
          words: { one: words.announce, several: words.announceSeveral, gap: words.gap },
        }}
      />
      <Masthead frame={frame} section={section} query={query} hasSettings={hasSettings} />
      <main id="main" tabIndex={-1} className="shell py-8">
        {children}
      </main>
      <Footer frame={frame} />
      <ReaderStoreConnection />
    </>
  );
}
