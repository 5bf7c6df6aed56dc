import type { Element } from 'hast';
import { isElement } from '../html-tree.ts';

/** Where AMP's and other players' own elements keep their number, and whose number it is. */
const NUMBERED: Record<string, { attribute: string; before: string }> = {
  'amp-youtube': { attribute: 'dataVideoId', before: 'https://www.youtube.com/embed/' },
  'lite-youtube': { attribute: 'videoId', before: 'https://www.youtube.com/embed/' },
  'amp-vimeo': { attribute: 'dataVideoId', before: 'https://player.vimeo.com/video/' },
  'amp-dailymotion': {
    attribute: 'dataVideoId',
    before: 'https://www.dailymotion.com/embed/video/',
  },
  'amp-twitter': { attribute: 'dataTweetId', before: 'https://platform.twitter.com/?id=' },
  'amp-instagram': { attribute: 'dataShortcode', before: 'https://www.instagram.com/p/' },
};

/** The address of what a frame or player would load; null if it names none. */
export function embedSource(node: Element): string | null {
  const numbered = NUMBERED[node.tagName];
  if (numbered) {
    const number = property(node, numbered.attribute);
    return number && /^[\w-]+$/.test(number) ? numbered.before + number : null;
  }
  const own = property(node, 'src', 'dataSrc', 'dataLazySrc', 'data', 'dataHref');
  if (own) return own;
  const source = node.children.find((child) => isElement(child, 'source'));
  return isElement(source) ? property(source, 'src') : null;
}

/** Whether an element is a frame or a player. */
export function isEmbed(node: Element): boolean {
  if (isElement(node, 'iframe', 'amp-iframe', 'embed', 'object', 'amp-facebook')) return true;
  if (isMedia(node) || node.tagName in NUMBERED) return true;
  const classes = [node.properties.className ?? []].flat().map(String);
  return classes.some((name) => name === 'fb-post' || name === 'fb-video');
}

/** Whether an element plays a file. */
export function isMedia(node: Element): boolean {
  return isElement(node, 'video', 'audio', 'amp-video', 'amp-audio');
}

/** Names are compared without case: parsers don't agree about `data-videoid`. A frame that waits for
 *  its address shows an empty page meanwhile. */
function property({ properties }: Element, ...names: string[]): string | null {
  for (const name of names) {
    const wanted = name.toLowerCase();
    const [, value] =
      Object.entries(properties).find(([key]) => key.toLowerCase() === wanted) ?? [];
    const text = typeof value === 'string' ? value.trim() : '';
    if (text !== '' && text !== 'about:blank') return text;
  }
  return null;
}
