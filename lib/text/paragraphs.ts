import type { Element, ElementContent, Root } from 'hast';
import { element, isBlank, isElement, replaceElements } from './html-tree.ts';
import { incomingSchema } from './story-schema.ts';

/** Boxes of other sites' layouts. They part what they hold from what stands around them. */
const BOXES = new Set(
  (
    'div section article main header footer aside nav center address details summary form fieldset ' +
    'legend hgroup search menu dialog body html'
  ).split(' '),
);

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd pre hr figure figcaption table'.split(' '),
);

/** Elements in which a paragraph can't stand, or need not. */
const LINES = new Set(
  'p h1 h2 h3 h4 h5 h6 a span em strong b i u s small summary caption'.split(' '),
);

/** Elements that have a better name. */
const RENAMED: Record<string, string> = { del: 's', strike: 's', tt: 'code', dir: 'ul' };

/** Turns boxes into paragraphs, so that taking them away glues no lines together, and puts text that
 *  stands bare into paragraphs. */
export function makeParagraphs(tree: Root): Root {
  const unboxed = replaceElements(tree, (node, parent) => {
    if (!isBox(node, parent)) return [node];
    if (isElement(parent) && LINES.has(parent.tagName)) {
      return [{ type: 'text', value: ' ' }, ...node.children, { type: 'text', value: ' ' }];
    }
    return wrapBareText(node.children, node.properties);
  });
  const tidy = replaceElements(unboxed, (node) => [
    { ...node, tagName: RENAMED[node.tagName] ?? node.tagName },
  ]);
  return { ...tidy, children: wrapBareText(tidy.children as ElementContent[], {}) };
}

/** A list item outside a list is a box too, and so is an element that we don't know around blocks. */
function isBox(node: Element, parent: Root | Element): boolean {
  if (isElement(node, 'li')) return !isElement(parent, 'ul', 'ol', 'menu', 'dir');
  if (BOXES.has(node.tagName)) return true;
  return !incomingSchema.tagNames?.includes(node.tagName) && node.children.some(holdsBlock);
}

function holdsBlock(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  return BLOCKS.has(node.tagName) || BOXES.has(node.tagName) || node.children.some(holdsBlock);
}

/** A box that held nothing but one paragraph hands on its language, direction and id. */
function wrapBareText(
  children: ElementContent[],
  properties: Element['properties'],
): ElementContent[] {
  const blocks: ElementContent[] = [];
  let bare: ElementContent[] = [];
  const close = () => {
    if (!isBlank(bare)) blocks.push(element('p', {}, ...bare));
    bare = [];
  };
  for (const child of children) {
    if (holdsBlock(child)) {
      close();
      blocks.push(child);
    } else {
      bare.push(child);
    }
  }
  close();
  const [only, ...others] = blocks;
  if (others.length === 0 && isElement(only))
    only.properties = { ...properties, ...only.properties };
  return blocks;
}
