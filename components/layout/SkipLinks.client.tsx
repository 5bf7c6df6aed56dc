'use client';

import { useReader } from '#components/preferences/use-reader.client.tsx';
import type { Alert } from '#lib/model/alert.ts';
import { alertToShow } from '#lib/preferences/reader-alerts.ts';

type Props = {
  label: string;
  links: { href: string; text: string }[];
  /** The alerts that the page came with, and the words of the link to the one that is shown. */
  alerts: readonly Alert[];
  alertText: string;
};

/** The accessibility links: first in the page, each visible while one has focus, in a row of their
 *  own that covers nothing (WCAG 2.2, 2.4.1, 2.4.11). Needs scripts only to let the link to an
 *  alert come and go with it. */
export function SkipLinks({ label, links, alerts, alertText }: Props) {
  const standing = useReader((state) => alertToShow(state, alerts));
  const link = 'target bg-ink px-4 font-bold text-note text-paper';
  return (
    <nav aria-label={label} className="not-focus-within:sr-only bg-sheet p-3 print:hidden">
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className={link}>
              {text}
            </a>
          </li>
        ))}
        {standing && (
          <li
            key={standing.id}
            data-skip-alert={standing.id}
            data-emergency={standing.emergency || undefined}
            suppressHydrationWarning
          >
            <a href="#breaking-news" className={link}>
              {alertText}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
