import { slugOfStory } from './article-of.ts';
import {
  type FoundStory,
  isStory,
  isWithdrawal,
  type NoStory,
  type Reading,
  type Withdrawal,
} from './reading.ts';

/** What is to be done with a reading, after those before it in the same import. */
type Verdict = {
  reading: Reading;
  /** It is about a story that came before: that one must be stored first. */
  isAgain: boolean;
};

/** Two stories of one name, or at one address, would overwrite each other, run for run: the first
 *  is taken. Dated versions of one story are all let through, and a story that was taken back does
 *  not come in again behind it. */
export function twinFinder(): (reading: Reading) => Verdict {
  const places = new Map<string, string>();
  const names = new Map<string, string>();
  const canceled = new Map<string, Withdrawal>();

  const twinOf = ({ place, input, isVersioned }: FoundStory): NoStory | null => {
    const slug = slugOfStory(input);
    const address = `${input.lang}/${slug}`;
    const withdrawal = canceled.get(input.sourceId);
    if (withdrawal && isVersioned) {
      const reason = `It was canceled by its sender (${withdrawal.place}).`;
      return { place, outcome: 'held', reason };
    }
    const refuse = (what: string, first: string): NoStory => {
      const reason = `It has the same ${what} as ${first}. Give each story its own.`;
      return { place, outcome: 'failed', reason };
    };
    const sameName = places.get(input.sourceId);
    if (sameName && !isVersioned) return refuse(`sourceId (“${input.sourceId}”)`, sameName);
    const holder = names.get(address);
    if (holder !== undefined && holder !== input.sourceId)
      return refuse(`slug (“${slug}”)`, places.get(holder) ?? '');
    places.set(input.sourceId, place);
    names.set(address, input.sourceId);
    return null;
  };

  return (reading) => {
    if (isWithdrawal(reading)) {
      canceled.set(reading.sourceId, reading);
      return { reading, isAgain: places.has(reading.sourceId) };
    }
    if (!isStory(reading)) return { reading, isAgain: false };
    const isAgain = places.has(reading.input.sourceId);
    return { reading: twinOf(reading) ?? reading, isAgain };
  };
}
