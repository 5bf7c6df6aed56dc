'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useReader } from '#components/preferences/use-reader.client.tsx';
import type { Alert } from '#lib/model/alert.ts';
import { alertToShow } from '#lib/preferences/reader-alerts.ts';
import { formatTime } from '#lib/text/dates.ts';
import { AlertBar, type AlertBarWords } from './AlertBar.client.tsx';
import { makeRoom } from './make-room.ts';

type Props = {
  /** The alerts that the page came with. */
  alerts: readonly Alert[];
  /** When the one of them was raised that is shown first, in the server's words: a browser may know
   *  less of a language, and must find what it was sent. */
  raisedAt: string;
  /** Where the forms lead a reader without scripts back to. */
  returnTo: string;
  /** IANA name of the zone in which times are shown. */
  timeZone: string;
  words: AlertBarWords;
};

/** The breaking-news region. An alert that the page came with stands in the flow above the masthead,
 *  so it covers nothing. One that comes while the page is read comes as a bar at the lower edge, so
 *  that nothing moves, and makes room for whatever has focus (WCAG 2.2, 2.4.11). It speaks to no one by
 *  itself and takes no focus. Needs scripts for alerts that come later, and to be dismissed without a
 *  page load. */
export function BreakingNews({ alerts, raisedAt, returnTo, timeZone, words }: Props) {
  const shown = useReader((state) => alertToShow(state, alerts));
  const [first] = useState(shown);
  const [isDismissedHere, setDismissedHere] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const isInFlow = shown !== null && shown.id === first?.id;
  const bar = shown && (
    <AlertBar
      key={shown.id}
      alert={shown}
      isInFlow={isInFlow}
      returnTo={returnTo}
      raisedAt={isInFlow ? raisedAt : formatTime(shown.raised, shown.lang, timeZone)}
      words={words}
      onDismiss={() => setDismissedHere(true)}
    />
  );

  // How high it was when it was last drawn: when it goes by itself, its place stays until the next
  // page, since what is being read must not move.
  useLayoutEffect(() => {
    if (!isInFlow || !place.current) return;
    const watcher = new ResizeObserver(([entry]) => {
      height.current = entry?.target.getBoundingClientRect().height ?? 0;
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [isInFlow]);

  useLayoutEffect(() => {
    if (!place.current) return;
    place.current.style.minBlockSize = isInFlow || isDismissedHere ? '' : `${height.current}px`;
  }, [isInFlow, isDismissedHere]);

  useEffect(() => {
    if (shown && !isInFlow) return makeRoom(document.getElementById('breaking-news'));
  }, [shown, isInFlow]);

  return (
    <>
      {first && <div ref={place}>{isInFlow && bar}</div>}
      {!isInFlow && bar}
    </>
  );
}
