import { instantOf } from '../dates.ts';
import type { NoStory, Withdrawal } from '../reading.ts';
import type { WireItem } from './wire-item.ts';

/** What the sender of an item wants done with it, where that is not to publish it. An embargo that
 *  can't be read keeps a story back: too late is better than too early. */
export function refuseByRule(item: WireItem): NoStory | Withdrawal | null {
  const { place, id, embargo } = item;
  const held = (reason: string): NoStory => ({ place, outcome: 'held', reason });
  switch (item.status.trim().toLowerCase()) {
    case '':
    case 'usable':
      break;
    case 'canceled':
    case 'cancelled':
      if (!id) return held('It cancels a story without saying which.');
      return {
        place,
        outcome: 'cancel',
        sourceId: id.trim(),
        reason: 'Its agency withdrew it.',
        at: instantOf(item.versionCreated) ?? undefined,
      };
    case 'withheld':
      return held('It is withheld by the agency.');
    default:
      return held(`Its status is “${item.status}”, not “usable”.`);
  }
  if (embargo === '') {
    return held('It is under an embargo whose end the agency tells to editors only.');
  }
  if (embargo !== null && !instantOf(embargo)) {
    return held(`It is under an embargo until “${embargo}”, which is not a date and time.`);
  }
  return null;
}
