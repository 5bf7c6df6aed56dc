import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { element, isElement, lineOf } from './html-tree.ts';
import { storyWords } from './story-words.ts';

/** Puts each table into a frame that scrolls sideways on a narrow screen. Such a frame must be
 *  reached by keyboard (WCAG 2.1.1), and what takes focus needs a name (4.1.2): the table's
 *  caption, else the heading it stands under. */
export function frameTables(tree: Root, lang: string): Root {
  let heading = storyWords(lang).table;
  const frameWithin = (parent: Root | Element) => {
    parent.children = (parent.children as Element[]).map((child) => {
      if (!isElement(child)) return child;
      if (/^h[2-6]$/.test(child.tagName)) heading = lineOf(child) || heading;
      if (!isElement(child, 'table')) {
        frameWithin(child);
        return child;
      }
      giveHeadersScope(child);
      const caption = child.children.find((part) => isElement(part, 'caption'));
      const name = (caption && lineOf(caption)) || heading;
      const frame = { className: ['table-scroll'], role: 'region', ariaLabel: name, tabIndex: 0 };
      return element('div', frame, child);
    });
  };
  frameWithin(tree);
  return tree;
}

/** Columns of numbers, which Markdown aligns to the right (`---:`), get a class of ours, since the
 *  attribute is no longer part of HTML. Runs before the allow-list takes the attribute. */
export function markNumbers(tree: Root): Root {
  visit(tree, 'element', (cell) => {
    if (!isElement(cell, 'td', 'th') || cell.properties.align !== 'right') return;
    cell.properties.className = ['number'];
  });
  return tree;
}

/** A header cell says whether it heads a column or a row. In a row of headers each heads its
 *  column. */
function giveHeadersScope(table: Element): void {
  visit(table, 'element', (row) => {
    if (!isElement(row, 'tr')) return;
    const hasData = row.children.some((cell) => isElement(cell, 'td'));
    for (const cell of row.children) {
      if (isElement(cell, 'th')) cell.properties.scope ??= hasData ? 'row' : 'col';
    }
  });
}
