import type { Alert } from '#lib/model/alert.ts';

/** Between two announcements that may wait. WCAG 2.2, 2.2.4: the reader is not interrupted again and
 *  again. */
export const QUIET_MS = 5 * 60_000;

/** Of a burst, so many are said; the page shows the newest. */
const MOST_AT_ONCE = 3;

/** What was said in this browser, and when: shared by all tabs, and kept over reloads. */
export type SaidBefore = {
  read(): { at: number; ids: readonly string[] };
  write(said: { at: number; ids: readonly string[] }): void;
};

export type AnnouncerWords = {
  /** With `{text}`. */
  one: string;
  /** With `{texts}`: several alerts at once. */
  several: string;
  /** Between two of several. */
  gap: string;
};

type Surroundings = {
  words: AnnouncerWords;
  said: SaidBefore;
  /** Says it politely, or at once. */
  say(text: string, manner: 'polite' | 'assertive'): void;
  /** Runs something while no other tab does. It answers whether it has said anything. */
  alone(run: () => boolean): void;
  /** Whether the reader has this tab before them. One that is hidden speaks to nobody. */
  isSeen(): boolean;
  /** An alert as it stands by now, if it is still to be said: it may have been mended, or have ended. */
  asItStands(alert: Alert): Alert | undefined;
};

/** Says each alert once in all tabs together, politely, at most one sentence in five minutes; what
 *  comes meanwhile is gathered into the next. An emergency is said at once. */
export function createAnnouncer({ words, said, say, alone, isSeen, asItStands }: Surroundings) {
  let waiting: Alert[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isNew = (alert: Alert) => !said.read().ids.includes(alert.id);

  function keep(alerts: readonly Alert[], at: number): void {
    said.write({ at, ids: [...said.read().ids, ...alerts.map(({ id }) => id)] });
  }

  /** Two windows may be seen side by side, and both want to speak at the same instant. */
  const speak = () => alone(speakNow);

  function speakNow(): boolean {
    clearTimeout(timer);
    if (!isSeen() || waiting.length === 0) return false;
    waiting = waiting.filter(isNew).flatMap((alert) => asItStands(alert) ?? []);
    const emergencies = waiting.filter(({ emergency }) => emergency);
    if (emergencies.length > 0) {
      keep(emergencies, said.read().at);
      say(sentence(emergencies, words), 'assertive');
    }
    waiting = waiting.filter(({ emergency }) => !emergency);
    if (waiting.length === 0) return emergencies.length > 0;
    const wait = said.read().at + QUIET_MS - Date.now();
    if (wait > 0) {
      timer = setTimeout(speak, wait);
      return emergencies.length > 0;
    }
    keep(waiting, Date.now());
    say(sentence(waiting, words), 'polite');
    waiting = [];
    return true;
  }

  return {
    /** An alert has come. */
    announce(alert: Alert): void {
      if (isNew(alert) && !waiting.some(({ id }) => id === alert.id)) waiting.push(alert);
      speak();
    },
    /** These need not be said: the reader has them before them, or wants them quietly. */
    passOver(alerts: readonly Alert[]): void {
      const unsaid = alerts.filter(isNew);
      if (unsaid.length > 0) keep(unsaid, said.read().at);
    },
    /** Says what is still to be said: when the tab is seen again. */
    speak,
    stop: () => clearTimeout(timer),
  };
}

/** The newest come first. */
function sentence(alerts: readonly Alert[], { one, several, gap }: AnnouncerWords): string {
  const texts = [...alerts].reverse().slice(0, MOST_AT_ONCE);
  const [only, ...others] = texts.map(({ text }) => text);
  if (others.length === 0) return one.replace('{text}', () => only ?? '');
  return several.replace('{texts}', () => [only, ...others].join(gap));
}
