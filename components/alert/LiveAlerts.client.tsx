'use client';

import { useEffect } from 'react';
import { type Delivery, deliverAlerts } from '#lib/delivery/deliver-alerts.ts';
import { readerStore } from '#lib/preferences/reader-store.ts';

type Props = { delivery: Delivery };

/** The live regions, empty: screen readers skip one that arrives together with its text, so they are in
 *  the page from the start and only their text changes (WCAG 2.2, 4.1.3). Needs scripts to say
 *  anything: what happens while a page is read reaches nobody without them. */
export function LiveAlerts({ delivery }: Props) {
  // What the page came with does not change while it is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for as long as the page lives.
  useEffect(() => deliverAlerts(readerStore, delivery), []);
  return (
    <>
      <p role="status" id="announcements" className="sr-only" />
      <p role="alert" id="emergencies" className="sr-only" />
    </>
  );
}
