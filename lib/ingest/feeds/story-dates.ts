import { feedInstant } from './dates.ts';
import type { Feed, FeedEntry } from './feed.ts';

type StoryDates = {
  published: string;
  updated: string | undefined;
  /** The entry itself has no date that can be read. */
  isUndated: boolean;
  /** It has a date that tells its versions apart. */
  isVersioned: boolean;
  warnings: string[];
};

/** When a story came out and when it was changed. One without a date that can be read gets that of
 *  its feed, else this moment, and a warning. */
export function storyDates({ published, updated }: FeedEntry, feed: Feed): StoryDates {
  const changed = firstInstant(updated);
  const out = firstInstant(published) ?? changed;
  if (out) {
    const later = isAfter(changed, out) ? changed : undefined;
    const isVersioned = changed !== null;
    return { published: out, updated: later, isUndated: false, isVersioned, warnings: [] };
  }

  const [written] = [...published, ...updated];
  const lack = written ? `Its date “${written.slice(0, 60)}” can’t be read` : 'It has no date';
  const ofFeed = firstInstant(feed.dates);
  const warning = ofFeed
    ? `${lack}: it was given that of its feed, ${ofFeed}.`
    : `${lack}: it was given the time of this import.`;
  return {
    published: ofFeed ?? new Date().toISOString(),
    updated: undefined,
    isUndated: true,
    isVersioned: false,
    warnings: [warning],
  };
}

function firstInstant(dates: string[]): string | null {
  return dates.map(feedInstant).find((instant) => instant !== null) ?? null;
}

function isAfter(instant: string | null, other: string): instant is string {
  return instant !== null && instant > other;
}
