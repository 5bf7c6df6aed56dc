import type { Alert } from '#lib/model/alert.ts';
import { openChannel } from '#lib/preferences/open-channel.ts';
import type { ReaderStore } from '#lib/preferences/reader-store.ts';
import { type AnnouncerWords, createAnnouncer } from './announcer.ts';
import { type LiveEvent, openLiveConnection } from './live-connection.ts';
import { openLiveRegions } from './live-regions.ts';
import { oneOfAllTabs, whileNoOtherTab } from './one-of-all-tabs.ts';
import { saidInThisBrowser } from './said-before.ts';
import { endInTime, keepStanding } from './standing-alerts.ts';

/** A tab that nobody has looked at for so long leaves the stream. */
export const HIDDEN_FOR_LONG_MS = 60_000;

export type Delivery = {
  lang: string;
  /** The alerts that the page came with, and where the change log stood then. */
  alerts: readonly Alert[];
  position: number;
  words: AnnouncerWords;
};

/** What tabs tell each other: what the stream has told; how far a tab has come that opens or comes back;
 *  and, to one that is behind, what stands. */
type TabMessage =
  | LiveEvent
  | { kind: 'behind'; position: number }
  | { kind: 'standing'; position: number; alerts: readonly Alert[] };

/** Brings the alerts of an edition to an open page: into the store, which shows them, and to the ear.
 *  One stream serves all tabs; there is none while the page was hidden for long, nor where data are to
 *  be saved. Answers how to end it. */
export function deliverAlerts(store: ReaderStore, delivery: Delivery): () => void {
  const { lang, words } = delivery;
  let position = delivery.position;
  const regions = openLiveRegions();
  const standing = () => store.getState().standing ?? [];
  const announcer = createAnnouncer({
    words,
    said: saidInThisBrowser(),
    say: regions.say,
    alone: (run) => whileNoOtherTab(`lede-speech-${lang}`, run),
    isSeen: () => document.visibilityState === 'visible',
    asItStands: ({ id }) => standing().find((alert) => alert.id === id && isSpoken(alert)),
  });

  /** An emergency passes over what the reader has set, but for its own dismissal. */
  function isSpoken({ id, emergency }: Alert): boolean {
    const { alerts, dismissed } = store.getState();
    return (emergency || alerts === 'now') && !dismissed.includes(id);
  }

  function takeIn(event: LiveEvent): void {
    // Not the greatest ever seen: where an older backup was put back, the numbers begin lower again.
    position = event.position;
    const { id } = event.kind === 'alert' ? event.alert : event;
    const before = standing();
    const others = before.filter((alert) => alert.id !== id);
    keepStanding(store, event.kind === 'alert' ? [event.alert, ...others] : others);
    if (event.kind === 'alert' && others.length === before.length) bring(event.alert);
    const ended = event.kind === 'clear' && before.find((alert) => alert.id === id);
    if (ended) regions.fallSilent(ended.text);
  }

  function bring(alert: Alert): void {
    if (isSpoken(alert)) announcer.announce(alert);
    else announcer.passOver([alert]);
  }

  async function check(): Promise<void> {
    // Without a line there is nothing to check, and the next page tells.
    const answer = await fetch(`/api/alerts?lang=${lang}`).catch(() => null);
    if (!answer?.ok) return;
    replaceAll(((await answer.json()) as { alerts: Alert[] }).alerts);
  }

  function replaceAll(alerts: readonly Alert[]): void {
    const known = new Set(standing().map(({ id }) => id));
    keepStanding(store, alerts);
    for (const alert of [...alerts].reverse()) if (!known.has(alert.id)) bring(alert);
  }

  const channel = openChannel(`lede-live-${lang}`);
  const tellTabs = (message: TabMessage) => channel?.postMessage(message);
  channel?.addEventListener('message', ({ data }) => hear(data as TabMessage));

  function hear(message: TabMessage): void {
    if (message.kind === 'behind') {
      if (position > message.position) {
        tellTabs({ kind: 'standing', position, alerts: standing() });
      }
    } else if (message.kind !== 'standing') takeIn(message);
    else if (message.position > position) {
      position = message.position;
      replaceAll(message.alerts);
    }
  }

  /** The tab that has the stream may have told of something while this page was on its way. */
  const catchUp = () => tellTabs({ kind: 'behind', position });

  const turn = oneOfAllTabs(`lede-live-${lang}`, () =>
    openLiveConnection(
      lang,
      () => position,
      (event) => {
        takeIn(event);
        tellTabs(event);
      },
    ),
  );

  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  const isSaving = wantsLessData() || !('EventSource' in window);

  function follow(): void {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'visible') {
      // Not before: a page that is opened in the background, or made ready ahead, tells nobody yet.
      announcer.passOver(delivery.alerts);
      if (!isSaving) turn.want();
      announcer.speak();
    } else hiddenTimer = setTimeout(turn.rest, HIDDEN_FOR_LONG_MS);
  }

  /** A page in the back/forward cache may hold no lock and no connection. */
  function leave(): void {
    clearTimeout(hiddenTimer);
    turn.rest();
  }

  function comeBack({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    if (isSaving) check();
    else catchUp();
    follow();
  }

  keepStanding(store, delivery.alerts);
  const stopEnding = endInTime(store);
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', comeBack);
  if (isSaving) check();
  else catchUp();
  follow();

  return () => {
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
    leave();
    announcer.stop();
    stopEnding();
    channel?.close();
  };
}

/** Save-Data, or the media query that is to take its place (Media Queries 5, 12.4). */
function wantsLessData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
