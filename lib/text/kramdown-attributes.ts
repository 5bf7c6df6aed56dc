import type { Element, ElementContent, Root } from 'hast';
import { isBlank, isElement } from './html-tree.ts';

const LIST = String.raw`\{:(?!:)([^{}\n]*)\}`;
const atStart = new RegExp(`^\\s*${LIST}[^\\S\\n]*\\n?`);
const atEnd = new RegExp(`\\n\\s*${LIST}\\s*$`);
const behindElement = new RegExp(`^${LIST}`);
/** Also kramdown's extensions: `{::nomarkdown}`, `{:/}`. */
const anywhere = /\{:[:/]?[^{}\n]*\}/g;

/** Applies kramdown's attribute lists, `{:.pullquote #id lang="fr"}`, and removes them: before a
 *  block or in its last line they belong to the block, right behind an element to that element.
 *  Changes the tree. */
export function applyAttributeLists<Parent extends Root | Element>(parent: Parent): Parent {
  let waiting: string | undefined;
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      child.value = applyToNeighbour(child.value, children.at(-1)).replace(anywhere, '');
    }
    if (isElement(child) && !isElement(child, 'code', 'pre')) {
      if (waiting !== undefined) give(child, waiting);
      waiting = takeList(child);
      applyAttributeLists(child);
      if (waiting !== undefined && isBlank(child.children)) continue;
      if (waiting !== undefined) give(child, waiting);
      waiting = undefined;
    }
    children.push(child);
  }
  parent.children = children;
  return parent;
}

/** Takes the list at the beginning or end of a block's own text. */
function takeList(block: Element): string | undefined {
  const first = block.children[0];
  const last = block.children.at(-1);
  const start = first?.type === 'text' ? atStart.exec(first.value) : null;
  const end = last?.type === 'text' ? atEnd.exec(last.value) : null;
  if (start && first?.type === 'text') first.value = first.value.slice(start[0].length);
  else if (end && last?.type === 'text') last.value = last.value.slice(0, end.index);
  return (start ?? end)?.[1];
}

function applyToNeighbour(text: string, neighbour: ElementContent | undefined): string {
  const list = behindElement.exec(text);
  if (!list || !isElement(neighbour)) return text;
  give(neighbour, list[1] ?? '');
  return text.slice(list[0].length);
}

function give(element: Element, list: string): void {
  const { properties } = element;
  for (const [, kind, name, key, value] of list.matchAll(
    /([.#])([\p{L}\p{N}_-]+)|(lang|dir)="([^"]*)"/gu,
  )) {
    if (kind === '.') properties.className = [...classesOf(element), name ?? ''];
    if (kind === '#') properties.id = name;
    if (key) properties[key] = value;
  }
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}
