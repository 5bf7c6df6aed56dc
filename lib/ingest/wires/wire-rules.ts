import { instantOf } from '../dates.ts';
import type { NoStory, Withdrawal } from '../reading.ts';
import type { WireItem } from './wire-item.ts';

/** What the sender of an item wants done with it, where that is not to publish it. An embargo that
 *  can't be read keeps a story back: too late is better than too early. */
export function refuseByRule(item: WireItem): NoStory | Withdrawal | null {
  const { place, embargo } = item;
  const held = (reason: string): NoStory => ({ place, outcome: 'held', reason });
  switch (item.status.trim().toLowerCase()) {
    case '':
    case 'usable':
      break;
    case 'canceled':
    case 'cancelled':
      return takenBack(item, 'Its agency withdrew it.');
    case 'withheld':
      return takenBack(item, 'Its agency withholds it until further notice.');
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

/** IPTC's words for `canceled` and for `withheld` say the same of a story that is out already: it must
 *  be withdrawn at once. What they differ in is what the agency means to do next. */
function takenBack({ place, id, versionCreated }: WireItem, reason: string): NoStory | Withdrawal {
  const sourceId = id.trim();
  if (!sourceId) {
    return { place, outcome: 'held', reason: 'It takes a story back without saying which.' };
  }
  return { place, outcome: 'cancel', sourceId, reason, at: instantOf(versionCreated) ?? undefined };
}
