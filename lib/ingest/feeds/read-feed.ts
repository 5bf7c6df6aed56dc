import { isStory, type ReadDefaults, type Reading, type SourceDocument } from '../reading.ts';
import type { Feed } from './feed.ts';
import { storyOf } from './story.ts';

/** Why a feed gives no story although nothing is wrong with it. */
export const EMPTY_FEED = 'It is a feed that holds no entries.';

/** Makes stories of the entries of a feed. */
export function readFeed(feed: Feed, document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const { place, pictures } = document;
  if (feed.entries.length === 0) {
    return [{ place, outcome: 'failed', reason: EMPTY_FEED }];
  }
  const refuseTwin = twinFinder();
  return feed.entries.map((entry, index) => {
    const source = { place: `${place}, entry ${index + 1}`, feed, pictures };
    return refuseTwin(storyOf(entry, source, defaults));
  });
}

/** Feeds put the newest first, so the first of two with one id is the one to take. */
function twinFinder(): (reading: Reading) => Reading {
  const places = new Map<string, string>();
  return (reading) => {
    if (!isStory(reading)) return reading;
    const { place, input } = reading;
    const first = places.get(input.sourceId);
    if (first === undefined) {
      places.set(input.sourceId, place);
      return reading;
    }
    const reason = `It has the same id (“${input.sourceId}”) as ${first}, which was taken.`;
    return { place, outcome: 'failed', reason };
  };
}
