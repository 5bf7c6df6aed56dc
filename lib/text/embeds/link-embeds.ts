import type { Element, Root } from 'hast';
import { formatMessage } from '#lib/messages/format-message.ts';
import { inOneLine } from '../excerpt.ts';
import { element, isElement, replaceElements } from '../html-tree.ts';
import { spokenLanguage, storyWords } from '../story-words.ts';
import { type EmbedKind, embedPage } from './embed-sites.ts';
import { embedSource, isEmbed, isMedia } from './embed-source.ts';

/** Titles that players give themselves. */
const NO_TITLE =
  /^(?:(?:youtube|vimeo|dailymotion|spotify|embed(?:ded)?|video|audio|media)[\s\w-]*(?:player|embed|video|content|post)|iframe|untitled|.*\.(?:mp4|mp3))$/i;

/** Marks a link that stands where a player stood: see frame-embeds.ts. */
export const IN_PLACE_OF_PLAYER = 'embed';

/** Puts a plain link in the place of each frame and player: what it shows is then asked for by a
 *  reader who wants it, and by nobody else, and it has a name (WCAG 4.1.2). One that shows nothing, or
 *  whose address is none of the web, goes. */
export function linkEmbeds(tree: Root, lang: string): Root {
  return replaceElements(tree, (node, parent) => {
    if (isElement(node, 'a')) return [unmarked(node)];
    if (!isEmbed(node)) return [node];
    const link = isCounter(node) ? null : linkOf(node, lang);
    if (!link) return [];
    return standsAlone(parent) ? [element('p', {}, link)] : [link, { type: 'text', value: ' ' }];
  });
}

function linkOf(node: Element, lang: string): Element | null {
  const page = embedPage(embedSource(node) ?? '');
  if (!page) return null;
  const { site, kind, href, video } = page;
  const title = inOneLine(String(node.properties.title ?? node.properties.ariaLabel ?? ''));
  const words = isMedia(node) ? fileWords(node, href, lang) : pageWords(kind, site, lang);
  const mark = video ? { className: [IN_PLACE_OF_PLAYER] } : {};
  return element(
    'a',
    { href, ...mark },
    title && !NO_TITLE.test(title) ? `${words}: ${title}` : words,
  );
}

/** Whatever a sender calls a link, only a player makes a player. */
function unmarked(link: Element): Element {
  const { className: _, ...properties } = link.properties;
  return { ...link, properties };
}

const MESSAGES = {
  video: 'watchVideo',
  sound: 'listen',
  post: 'readPost',
  map: 'openMap',
  chart: 'openChart',
  page: 'openPage',
} as const satisfies Record<EmbedKind, string>;

/** What a link to something at another site is called. */
export function pageWords(kind: EmbedKind, site: string, lang: string): string {
  return formatMessage(storyWords(lang)[MESSAGES[kind]], { site }, spokenLanguage(lang));
}

/** A file is named with its kind, since not every device plays every kind. */
function fileWords(node: Element, href: string, lang: string): string {
  const words = storyWords(lang);
  const name = /audio/.test(node.tagName) ? words.soundFile : words.videoFile;
  const kind = /\.(\w{2,4})$/.exec(new URL(href).pathname)?.[1]?.toUpperCase();
  return kind ? `${name} (${kind})` : name;
}

/** Frames of a pixel count visitors. */
function isCounter({ properties }: Element): boolean {
  const isTiny = (size: unknown) => /^[01](?:px)?$/.test(String(size ?? ''));
  const style = String(properties.style ?? '').replace(/\s/g, '');
  return (
    (isTiny(properties.width) && isTiny(properties.height)) ||
    /display:none|visibility:hidden/i.test(style)
  );
}

/** Whether what stands there is a block of its own and not inside a line of words. */
function standsAlone(parent: Root | Element): boolean {
  return (
    !isElement(parent) || isElement(parent, 'div', 'section', 'article', 'body', 'main', 'center')
  );
}
