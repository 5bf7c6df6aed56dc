import { type FoundStory, isStory, isWithdrawal, type NoStory, type Reading } from './reading.ts';
import { slugOfStory } from './story-slug.ts';

/** What is to be done with a reading, after those before it in the same import. */
type Verdict = {
  reading: Reading;
  /** It is about a story that came before, or may want its address: that one must be stored first. */
  isAgain: boolean;
};

/** Two stories of one name would overwrite each other, run for run, and two that ask for one address
 *  can't both have it: the first is taken. What may come again is let through, since the store knows
 *  which of the two is the newer: dated versions of one story, and a story that stands in several
 *  feeds. (Of two entries of one feed with one name the second was refused by its reader.) */
export function twinFinder(): (reading: Reading) => Verdict {
  const places = new Map<string, string>();
  const addresses = new Map<string, string>();

  const twinOf = (story: FoundStory, address: string): NoStory | null => {
    const { place, input, isVersioned, origin } = story;
    const refuse = (what: string, first = ''): NoStory => {
      const reason = `It has the same ${what} as ${first}. Give each story its own.`;
      return { place, outcome: 'failed', reason };
    };
    const sameName = places.get(input.sourceId);
    if (sameName && !isVersioned && !origin) {
      return refuse(`sourceId (“${input.sourceId}”)`, sameName);
    }
    const holder = addresses.get(address);
    if (input.slug && holder !== undefined && holder !== input.sourceId) {
      return refuse(`slug (“${input.slug}”)`, places.get(holder));
    }
    places.set(input.sourceId, place);
    addresses.set(address, holder ?? input.sourceId);
    return null;
  };

  return (reading) => {
    if (isWithdrawal(reading)) return { reading, isAgain: places.has(reading.sourceId) };
    if (!isStory(reading)) return { reading, isAgain: false };
    const { input } = reading;
    const address = `${input.lang}/${slugOfStory(reading)}`;
    const isAgain = places.has(input.sourceId) || addresses.has(address);
    return { reading: twinOf(reading, address) ?? reading, isAgain };
  };
}
