import type { ReadDefaults, Reading, SourceDocument } from '../reading.ts';
import { childOf, childrenOf, elementsOf } from '../xml-content.ts';
import type { XmlElement } from '../xml-tree.ts';
import { itemClass, linksOf, newsmlItem, newsmlPicture } from './newsml-item.ts';
import type { WirePicture } from './wire-item.ts';
import { readItem } from './wire-story.ts';

const MESSAGES = new Set(['newsmessage', 'newsitem', 'packageitem']);

/** What else IPTC's standards send, and what it is for the newsroom. */
const OTHERS: Record<string, string> = {
  packageitem: 'a package, a list of items without their texts',
  conceptitem: 'an entry of a vocabulary (NewsML-G2 concept)',
  knowledgeitem: 'a vocabulary (NewsML-G2 knowledge item)',
  planningitem: 'a plan of coverage (NewsML-G2 planning item)',
  catalogitem: 'a catalogue of vocabularies (NewsML-G2 catalog item)',
  groupset: 'a part of a NewsML-G2 item',
  contentset: 'a part of a NewsML-G2 item',
  contentmeta: 'a part of a NewsML-G2 item',
};

const CLASSES: Record<string, string> = {
  picture: 'a picture',
  graphic: 'a graphic',
  video: 'a video',
  audio: 'a recording',
  composite: 'a collection of other items',
};

/** Whether XML with this root is one of IPTC's. */
export function isNewsml({ name }: XmlElement): boolean {
  return MESSAGES.has(name) || name in OTHERS || name === 'newsml';
}

/** Reads NewsML-G2: an item, or a message that holds several. The pictures of a message go with
 *  its text. */
export function readNewsml(
  root: XmlElement,
  document: SourceDocument,
  defaults: ReadDefaults,
): Reading[] {
  const { place, pictures: base } = document;
  const refuse = (what: string, where = place): Reading => ({
    place: where,
    outcome: 'failed',
    reason: `It is ${what}, not a story.`,
  });
  if (root.name === 'newsml') {
    const reason = 'It is NewsML 1. Lede reads its successor, NewsML-G2: ask the agency for that.';
    return [{ place, outcome: 'failed', reason }];
  }
  const items =
    root.name === 'newsmessage' ? childrenOf(root, 'itemset').flatMap(elementsOf) : [root];
  if (items.length === 0) return [{ place, outcome: 'failed', reason: 'It holds no item.' }];
  const texts = items.filter((item) => item.name === 'newsitem' && itemClass(item) === 'text');
  const shown = new Set<XmlElement>();
  const readings = items.map((item): Reading | null => {
    const where = items.length === 1 ? place : `${place}, ${item.attributes.guid ?? 'an item'}`;
    const what = OTHERS[item.name];
    if (what) return items.length > 1 && item.name === 'packageitem' ? null : refuse(what, where);
    if (item.name !== 'newsitem') return null;
    const found = newsmlItem(item, where);
    if (texts.includes(item)) {
      const own = picturesOf(item, items, texts.length === 1);
      for (const [picture] of own) shown.add(picture);
      return readItem({ ...found, pictures: own.map(([, each]) => each) }, base, defaults);
    }
    if (/^cancell?ed$/i.test(found.status)) return readItem(found, base, defaults);
    return null;
  });
  const left = items.filter(
    (item, index) => item.name === 'newsitem' && readings[index] === null && !shown.has(item),
  );
  const others = left.map((item) => {
    const where = items.length === 1 ? place : `${place}, ${item.attributes.guid ?? 'an item'}`;
    const kind = itemClass(item);
    return refuse(CLASSES[kind] ?? `of the class “${kind}”`, where);
  });
  const all = [...readings.filter((reading) => reading !== null), ...others];
  return all.length > 0 ? all : [refuse(OTHERS.packageitem ?? '')];
}

/** The pictures of a text: in a message with one text all, else those that link to it or that it
 *  links to. One that was withheld or canceled is not shown. */
function picturesOf(
  text: XmlElement,
  items: XmlElement[],
  isOnlyText: boolean,
): [XmlElement, WirePicture][] {
  return items.flatMap((item): [XmlElement, WirePicture][] => {
    if (item.name !== 'newsitem' || !/^(?:picture|graphic)$/.test(itemClass(item))) return [];
    const guids = [text, item].map(({ attributes }) => attributes.guid ?? '');
    const isLinked =
      linksOf(text).includes(guids[1] ?? '') || linksOf(item).includes(guids[0] ?? '');
    if (!isOnlyText && !isLinked) return [];
    const status =
      childOf(childOf(item, 'itemmeta'), 'pubstatus')?.attributes.qcode ?? 'stat:usable';
    const picture = /:usable$/.test(status) ? newsmlPicture(item) : null;
    return picture ? [[item, picture]] : [];
  });
}
