import { readAtom } from './feeds/read-atom.ts';
import { readFeed } from './feeds/read-feed.ts';
import { readRss } from './feeds/read-rss.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';
import { isNewsml, readNewsml } from './wires/read-newsml.ts';
import { childOf } from './xml-content.ts';
import { parseXml, type XmlElement, XmlError } from './xml-tree.ts';

/** Reads the stories of an XML document: a feed of any family, or NewsML-G2. */
export function readXml(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const failed = (reason: string): Reading[] => [
    { place: document.place, outcome: 'failed', reason },
  ];
  try {
    const root = parseXml(document.text);
    if (!root) return failed('It is XML that holds nothing.');
    if (isNewsml(root)) return readNewsml(root, document, defaults);
    const readRoot = readerFor(root);
    if (!readRoot) return failed(otherXml(root));
    return readFeed(readRoot(root), document, defaults);
  } catch (error) {
    if (error instanceof XmlError) return failed(error.message);
    throw error;
  }
}

function readerFor(root: XmlElement): typeof readRss | null {
  const name = root.name.replace(/^.*:/, '');
  if (name === 'feed' || name === 'entry') return readAtom;
  if (name === 'rss' || name === 'channel') return readRss;
  // RDF tells of many things; only RSS has channels and items.
  return name === 'rdf' && childOf(root, 'channel', 'item') ? readRss : null;
}

function otherXml({ name }: XmlElement): string {
  const local = name.replace(/^.*:/, '');
  if (local === 'opml') return 'It is OPML, a list of feeds. Import the feeds by their addresses.';
  if (local === 'html') return WEB_PAGE;
  return `It is XML that Lede doesn’t read: its first element is “${local.slice(0, 40)}”. Lede reads RSS, RDF and Atom feeds, WordPress exports and NewsML-G2.`;
}

/** Why a web page is none of ours. */
export const WEB_PAGE =
  'It is a web page, not a story: Lede reads HTML below front matter, the lines between “---” and “---” that give a title and a date. With --full-text it looks for the story on the page.';

const XML_START = /<\?xml\s|<!doctype\s+(?!html)|<(?:[\w-]+:)?(?:rss|rdf|feed|channel|opml)[\s>]/i;
const PAGE_START =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|script|style|div|p|h[1-6]|a|b|i|em|strong|span|br|img|article|section|main|header|nav|table|ul|ol|figure|blockquote)\b)/i;

/** Looks for XML in a text. What a broken program wrote before it, as a warning or an empty line, is
 *  looked over. Null if there is none, as in a web page or a text that only speaks of XML. */
export function findXml(text: string): string | null {
  const trimmed = text.trimStart();
  const uncommented = trimmed.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '');
  const at = trimmed.slice(0, 3000).search(XML_START);
  const isPage = PAGE_START.test(uncommented);
  if (at === -1) return uncommented.startsWith('<') && !isPage ? trimmed : null;
  if (isPage && /^<(?:!doctype|html)/i.test(uncommented)) return null;
  // Front matter may speak of XML; so may a text, which seldom ends with a tag.
  const isMarkup = uncommented.startsWith('<') || trimmed.trimEnd().endsWith('>');
  return isMarkup && !trimmed.startsWith('---') ? trimmed.slice(at) : null;
}
