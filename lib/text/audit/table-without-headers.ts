import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf } from '../excerpt.ts';
import { isElement, lineOf } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';

/** Heard cell by cell, numbers without headers say nothing (WCAG 1.3.1). What could be known was
 *  repaired before: lib/text/table-headers.ts. */
export const tableWithoutHeaders: Rule = ({ kept, lang }) => {
  const findings: Finding[] = [];
  let index = 0;
  visit(kept, 'element', (node) => {
    if (!isElement(node, 'table')) return;
    const place = index;
    index += 1;
    const cells = cellsOf(node);
    if (cells.some((cell) => isElement(cell, 'th') && lineOf(cell) !== '')) return;
    const excerpt = excerptOf(cells.map(lineOf).filter(Boolean).join(', '), lang, 60);
    findings.push({
      rule: 'table-without-headers',
      severity: 'serious',
      where: { kind: 'body', excerpt, index: place },
      message: `Table ${place + 1} of the text (“${excerpt}”) has no header cells, so who hears it doesn’t know what a number stands for. Make the cells that head columns or rows header cells (<th>).`,
    });
  });
  return findings;
};

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, 'element', (node) => {
    if (isElement(node, 'td', 'th')) cells.push(node);
  });
  return cells;
}
