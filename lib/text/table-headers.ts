import type { Element, ElementContent, Root } from 'hast';
import { isBlank, isElement, lineOf, replaceElements } from './html-tree.ts';
import { withCaptions } from './table-captions.ts';

/** Makes header cells of what can be nothing else: cells of a table's head, and a first row in bold
 *  (WCAG 1.3.1). A table of one column holds no data, and becomes what stands in it. */
export function repairTables(tree: Root): Root {
  return replaceElements(withCaptions(tree), (node) => {
    if (!isElement(node, 'table')) return [node];
    const rows = rowsOf(node);
    if (isLayout(node, rows)) return rows.flatMap(cellsOf).flatMap(contentOf);
    return [withHeaders(node, rows[0])];
  });
}

function withHeaders(table: Element, first: Element | undefined): Element {
  const inHead = (part: Element): Element => ({
    ...part,
    children: part.children.map((row) => (isElement(row, 'tr') ? headRow(row) : row)),
  });
  const children = table.children.map((part) => (isElement(part, 'thead') ? inHead(part) : part));
  if (!first || hasHeader(table) || !isBoldRow(first) || rowsOf(table).length < 2) {
    return { ...table, children };
  }
  const replace = (node: ElementContent): ElementContent => {
    if (node === first) return headRow(first);
    return isElement(node) ? { ...node, children: node.children.map(replace) } : node;
  };
  return { ...table, children: table.children.map(replace) };
}

function headRow(row: Element): Element {
  return {
    ...row,
    children: row.children.map((cell) =>
      // An empty corner heads nothing.
      isElement(cell, 'td') && lineOf(cell) !== '' ? { ...cell, tagName: 'th' } : cell,
    ),
  };
}

/** Whether every cell that says something says it in bold. */
function isBoldRow(row: Element): boolean {
  const cells = cellsOf(row).filter((cell) => !isBlank(cell.children));
  return cells.length > 1 && cells.every((cell) => isBold(cell.children));
}

function isBold(children: ElementContent[]): boolean {
  const content = children.filter((child) => !isBlank([child]));
  return (
    content.length > 0 &&
    content.every(
      (child) =>
        isElement(child, 'b', 'strong') ||
        (isElement(child, 'p', 'span') && isBold(child.children)),
    )
  );
}

function isLayout(table: Element, rows: Element[]): boolean {
  if (hasHeader(table) || table.children.some((part) => isElement(part, 'caption'))) return false;
  return rows.every((row) => cellsOf(row).length <= 1);
}

function hasHeader(table: Element): boolean {
  return (
    table.children.some((part) => isElement(part, 'thead')) ||
    rowsOf(table).some((row) => row.children.some((cell) => isElement(cell, 'th')))
  );
}

/** The rows of this table, without those of tables inside it. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((part) => {
    if (isElement(part, 'tr')) return [part];
    return isElement(part, 'thead', 'tbody', 'tfoot')
      ? part.children.filter((row) => isElement(row, 'tr'))
      : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell) => isElement(cell, 'td', 'th'));
}

/** What stands in a cell, parted from the next by a paragraph of its own where it is bare words. */
function contentOf(cell: Element): ElementContent[] {
  if (isBlank(cell.children)) return [];
  const isBlocks = cell.children.every(
    (child) => isBlank([child]) || (isElement(child) && BLOCKS.has(child.tagName)),
  );
  return isBlocks
    ? cell.children
    : [{ type: 'element', tagName: 'div', properties: {}, children: cell.children }];
}

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre hr figure table div'.split(' '),
);
