import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The page's only h1 is the story's headline. */
const FIRST = 2;

/** Puts the headings of a story into the page's outline: they begin at h2 and none is skipped, so
 *  that who moves by headings meets no gap (WCAG 1.3.1). What was deeper stays deeper. */
export function levelHeadings(tree: Root): Root {
  const open: number[] = [];
  visit(tree, 'element', (node) => {
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
    if (!level) return;
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    node.tagName = `h${Math.min(open.length + FIRST, 6)}`;
    open.push(level);
  });
  return tree;
}
