import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { splitDoctype } from './doctype.ts';
import { canonicalName, namespacesOf, type Scope } from './xml-names.ts';

/** An element of a feed. Its name is in lower case, with the prefix that the namespace is known by,
 *  whichever the feed itself uses: `pubdate`, `atom:entry`, `dc:creator`. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** From `xml:lang` and `xml:base`, its own or inherited. */
  lang: string | undefined;
  base: string | undefined;
};

/** No feed is nested deeper; what is, wants to exhaust us. */
const DEEPEST = 250;

/** A feed of 10,000 stories has fewer; each takes far more memory than its text. */
const MOST_ELEMENTS = 200_000;

/** XML that is not read. The message is a sentence. */
export class XmlError extends Error {
  override name = 'XmlError';
}

type Open = { element: XmlElement; scope: Scope };

/** Reads XML leniently: elements that are never closed, bare ampersands, HTML's entities without a
 *  declaration. Nothing is fetched, and an entity never stands for another. Null if it holds no
 *  element. Throws XmlError. */
export function parseXml(text: string): XmlElement | null {
  const { content, entities } = splitDoctype(text);
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let isCdata = false;
  let count = 0;

  const parser = new Parser(
    {
      onopentag(rawName, given) {
        const parent = open.at(-1);
        if (root && !parent) return parser.pause();
        if (open.length >= DEEPEST) throw new XmlError('Its elements are nested too deeply.');
        count += 1;
        if (count > MOST_ELEMENTS) throw new XmlError('It has more elements than a feed may have.');
        const attributes = decodeValues(given, entities);
        const scope = namespacesOf(attributes, parent?.scope);
        const element = makeElement(canonicalName(rawName, scope), attributes, parent?.element);
        root ??= element;
        parent?.element.children.push(element);
        open.push({ element, scope });
      },
      onclosetag() {
        open.pop();
      },
      ontext(data) {
        open.at(-1)?.element.children.push(isCdata ? data : decodeEntities(data, entities));
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(content);
  return root;
}

function makeElement(
  name: string,
  attributes: Record<string, string>,
  parent: XmlElement | undefined,
): XmlElement {
  const base = resolved(attributes['xml:base']?.trim(), parent?.base);
  const lang = attributes['xml:lang']?.trim() || parent?.lang;
  return { name, attributes, children: [], lang, base };
}

function resolved(address: string | undefined, base: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, base)) return base;
  return new URL(address, base).href;
}

function decodeValues(
  given: Record<string, string>,
  entities: Map<string, string>,
): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    attributes[name.toLowerCase()] = decodeEntities(value, entities);
  }
  return attributes;
}

/** Entities with a semicolon only: `&copy=1` is a part of an address. */
function decodeEntities(text: string, entities: Map<string, string>): string {
  if (!text.includes('&')) return text;
  const declared =
    entities.size === 0
      ? text
      : text.replace(/&([\w.-]+);/g, (entity, name: string) => entities.get(name) ?? entity);
  // A reference may name a control character, which is no part of a text.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
  return decodeHTMLStrict(declared).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
}
