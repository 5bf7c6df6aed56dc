import { type XmlStream, type XmlTag, xmlStream } from '../xml-stream.ts';

/** An entry of a WordPress export: a post, a page, a picture, an entry of a menu. */
export type WxrItem = {
  /** The text of what stands in it, by its name: `title`, `wp:post_id`, `content:encoded`. */
  fields: Map<string, string>;
  categories: { domain: string; name: string }[];
  meta: Map<string, string>;
};

export type WxrHandlers = {
  item: (item: WxrItem) => void;
  author: (login: string, displayName: string) => void;
  /** What the export says of the whole site. */
  fact: (name: string, text: string) => void;
};

/** A longer text is no story; what comes after is left out and the story refused for its length. */
const LONGEST_TEXT = 2_100_000;

const META = new Set(['_thumbnail_id', '_wp_attachment_image_alt']);

/** Reads a WordPress export (WXR 1.0 to 1.2) piece by piece. It keeps one item at a time. */
export function wxrParser(on: WxrHandlers): XmlStream {
  const path: string[] = [];
  let item: WxrItem | null = null;
  let attributes: Record<string, string> = {};
  let text = '';
  let key = '';
  let author = { login: '', name: '' };

  const value = () => detached(text.trim());

  const close = () => {
    const name = path.pop() ?? '';
    const parent = path.at(-1);
    if (name === 'item' && item) {
      on.item(item);
      item = null;
    } else if (parent === 'item' && item) {
      if (name === 'category') {
        item.categories.push({ domain: attributes.domain ?? '', name: value() });
      } else if (!item.fields.has(name)) item.fields.set(name, value());
    } else if (parent === 'wp:postmeta') {
      if (name === 'wp:meta_key') key = value();
      if (name === 'wp:meta_value' && META.has(key)) item?.meta.set(key, value());
    } else if (name === 'wp:author') {
      if (author.login) on.author(author.login, author.name || author.login);
      author = { login: '', name: '' };
    } else if (parent === 'wp:author') {
      if (name === 'wp:author_login') author.login = value();
      if (name === 'wp:author_display_name') author.name = value();
    } else if (parent === 'channel') {
      on.fact(name, value());
    }
    text = '';
  };

  return xmlStream({
    open: (tag) => {
      const name = nameOf(tag);
      path.push(name);
      text = '';
      attributes = tag.attributes;
      if (name === 'item' && !item) item = { fields: new Map(), categories: [], meta: new Map() };
    },
    text: (piece) => {
      if (text.length < LONGEST_TEXT) text += piece;
    },
    close,
  });
}

/** A part of a text keeps the whole of it in memory: with the title of each post the whole export
 *  would stay. A copy keeps itself alone. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** The name with WordPress's usual prefix, whichever prefix and version the export uses. */
function nameOf({ name, scope }: XmlTag): string {
  const [, prefix = '', local = name] = /^([^:]*):(.+)$/.exec(name) ?? [];
  const address = scope[prefix] ?? '';
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/$/.test(address)) return `wp:${local}`;
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/.test(address))
    return `excerpt:${local}`;
  const known = PREFIXES[address];
  if (known) return `${known}:${local}`;
  return address === '' ? name : `other:${local}`;
}

const PREFIXES: Record<string, string> = {
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
};
