import type { ImageFields } from '../lead-image.ts';
import { embedHtml, figureHtml } from '../story-html.ts';
import type { Attachments } from './attachments.ts';

/** What a shortcode stands for is looked up here. */
export type ShortcodeContext = { attachments: Attachments; postId: string };

type Frame = { name: string; attributes: Map<string, string>; html: string };

/** A tag between square brackets. Its length is bound, so that a page of brackets takes no time. */
const TAG = /\[(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^\]["']){0,2000}?)\/?\](\]?)/gi;

/** Shortcodes that stand alone and without attributes. All other words between brackets are the
 *  writer's: “[sic]”. */
const KNOWN = new Set(
  (
    'caption wp_caption gallery embed audio video playlist youtube vimeo twitter instagram ' +
    'soundcloud contact-form contact-form-7 jetpack-related-posts toc'
  ).split(' '),
);

const PLAYERS = new Set('embed audio video youtube vimeo twitter instagram soundcloud'.split(' '));

/** Turns WordPress's shortcodes into HTML: captions and galleries into figures, players into frames or
 *  links.
 *  Of others what they hold is kept; their names are in `leftOut`. */
export function resolveShortcodes(
  content: string,
  context: ShortcodeContext,
): { html: string; leftOut: string[] } {
  // With the first of two brackets out of the way each tag begins with its own.
  const tags = [...content.replace(/\[\[/g, ' [').matchAll(TAG)];
  const closings = new Map<string, number>();
  for (const [, slash, name = ''] of tags) if (slash) bump(closings, name, 1);
  const leftOut: string[] = [];
  const stack: Frame[] = [{ name: '', attributes: new Map(), html: '' }];
  const write = (html: string) => {
    const top = stack.at(-1);
    if (top) top.html += html;
  };
  const finish = () => {
    const frame = stack.pop();
    if (!frame) return;
    const html = htmlOf(frame, context);
    if (html === null) leftOut.push(frame.name);
    write(html ?? frame.html);
  };

  let from = 0;
  for (const { index, 0: whole, 1: slash, 2: word = '', 3: rest = '', 4: extra } of tags) {
    const name = word.toLowerCase();
    if (extra && content[index - 1] === '[') {
      // “[[gallery]]” is how WordPress writes about a shortcode.
      write(`${content.slice(from, index - 1)}&#91;${whole.slice(1, -1)}`);
      from = index + whole.length;
      continue;
    }
    const length = extra ? whole.length - 1 : whole.length;
    if (slash) {
      bump(closings, word, -1);
      const depth = stack.findLastIndex((frame) => frame.name === name);
      if (depth < 1) continue;
      write(content.slice(from, index));
      while (stack.length > depth) finish();
    } else {
      const isPair = (closings.get(word) ?? 0) > 0;
      if (!isShortcode(name, rest, isPair)) continue;
      write(content.slice(from, index));
      stack.push({ name, attributes: attributesOf(rest), html: '' });
      if (!isPair) finish();
    }
    from = index + length;
  }
  write(content.slice(from));
  while (stack.length > 1) finish();
  return { html: stack[0]?.html ?? '', leftOut };
}

function isShortcode(name: string, rest: string, isPair: boolean): boolean {
  if (KNOWN.has(name)) return true;
  return isPair || name.includes('_') || /^\s+[\w-]+\s*=\s*\S/.test(rest);
}

function htmlOf({ name, attributes, html }: Frame, context: ShortcodeContext): string | null {
  if (name === 'caption' || name === 'wp_caption') return captionHtml(attributes, html);
  if (name === 'gallery') return galleryHtml(attributes, context);
  if (!PLAYERS.has(name)) return null;
  const address = [html.trim(), ...attributes.values()].find((text) => /^https?:\S+$/i.test(text));
  return address ? embedHtml(address) : null;
}

function captionHtml(attributes: Map<string, string>, html: string): string {
  const [, picture = html, rest = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)(.*)$/is.exec(html) ?? [];
  const caption = rest.trim() || attributes.get('caption') || '';
  return `<figure>${picture}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
}

function galleryHtml(attributes: Map<string, string>, context: ShortcodeContext): string | null {
  const ids = (attributes.get('ids') ?? attributes.get('include') ?? '').match(/\d+/g);
  const pictures = ids
    ? ids.map((id) => context.attachments.get(id)).filter((image) => image !== undefined)
    : context.attachments.of(attributes.get('id') ?? context.postId);
  return pictures.length > 0
    ? pictures.map((image: ImageFields) => figureHtml(image)).join('')
    : null;
}

/** `ids="1,2" columns=3 https://example.org/a.mp3`; a value without a name is kept by its place. */
function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const plain = text.replace(/&quot;|&#822[01];|[“”]/g, '"');
  for (const [, name, quoted, single, bare, loose] of plain.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|([^\s"']+)/g,
  )) {
    const key = name?.toLowerCase() ?? String(attributes.size);
    attributes.set(key, quoted ?? single ?? bare ?? loose ?? '');
  }
  return attributes;
}

function bump(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
