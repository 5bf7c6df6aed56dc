import type { Element, Root } from 'hast';
import {
  element,
  isElement,
  lineOf,
  parseHtml,
  replaceElements,
  writeHtml,
} from '#lib/text/html-tree.ts';
import { dropComments, embedHtml } from '../story-html.ts';
import type { Attachments } from './attachments.ts';
import { breakAtBlankLines } from './blank-lines.ts';
import { resolveShortcodes, type ShortcodeContext } from './shortcodes.ts';

/** Blocks that hold nothing for a reader, or nothing that the story needs. */
const EMPTY_BLOCKS = new Set(['more', 'nextpage', 'spacer', 'separator', 'post-title']);

/** A block that WordPress fills in when a page is asked for: `<!-- wp:latest-posts /-->`. */
const FILLED_IN = /<!--\s+wp:(?:core\/)?([\w/-]+)[^>]*\/-->/g;

/** The text of a WordPress post as HTML, and the names of what only WordPress could have filled
 *  in. `isRendered`: WordPress has made its paragraphs already, as its REST API does. */
export function postBody(
  content: string,
  context: ShortcodeContext,
  isRendered: boolean,
): { html: string; leftOut: string[] } {
  const blocks = [...content.matchAll(FILLED_IN)].map(([, name = '']) => name);
  const isInBlocks = /<!--\s+wp:/.test(content);
  const { html, leftOut } = resolveShortcodes(content, context);
  const tree = dropComments(parseHtml(html));
  const broken = isRendered || isInBlocks ? tree : breakAtBlankLines(tree);
  const body = replaceElements(withDescriptions(broken, context.attachments), (node) =>
    isBareAddress(node) ? embedOf(lineOf(node)) : [asFigure(node)],
  );
  return {
    html: writeHtml(body),
    leftOut: [...blocks.filter((name) => !EMPTY_BLOCKS.has(name)), ...leftOut],
  };
}

/** An address alone in its paragraph is where WordPress puts a player or a card. */
function isBareAddress(node: Element): boolean {
  if (!isElement(node, 'p', 'div')) return false;
  if (!node.children.every((child) => child.type === 'text')) return false;
  return /^https?:\/\/\S+$/i.test(lineOf(node));
}

/** WordPress's older markup of a picture with its caption. */
function asFigure(node: Element): Element {
  if (!isElement(node, 'div') || !classesOf(node).includes('wp-caption')) return node;
  const children = node.children.map((child) =>
    isElement(child) && classesOf(child).includes('wp-caption-text')
      ? element('figcaption', {}, ...child.children)
      : child,
  );
  return element('figure', {}, ...children);
}

function classesOf({ properties }: Element): string[] {
  return [properties.className ?? []].flat().map(String);
}

function embedOf(address: string): Element[] {
  const [embed] = parseHtml(embedHtml(address)).children;
  return isElement(embed) ? [embed] : [element('p', {}, address)];
}

/** Pictures in the text are described in the library (`class="wp-image-12"` names the entry). */
function withDescriptions(tree: Root, attachments: Attachments): Root {
  return replaceElements(tree, (node) => {
    if (!isElement(node, 'img') || node.properties.alt) return [node];
    const id = /(?:^|\s)wp-image-(\d+)/.exec(classesOf(node).join(' '))?.[1];
    const alt = id && attachments.get(id)?.alt;
    return [alt ? { ...node, properties: { ...node.properties, alt } } : node];
  });
}
