import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isElement } from './html-tree.ts';

/** Dashes as typed on a keyboard become dashes as printed: `--` an en dash, `---` an em dash, as
 *  kramdown does. Code and addresses stay as they are. Changes the tree. */
export function printDashes(tree: Root): Root {
  visit(tree, (node) => {
    if (isElement(node, 'code', 'pre', 'kbd')) return SKIP;
    if (node.type === 'text') node.value = withPrintedDashes(node.value);
    return undefined;
  });
  return tree;
}

/** The same for a plain text. */
export function withPrintedDashes(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/\S*|(?<!-)--{1,2}(?!-)/gi, (found) => {
    if (!found.startsWith('-')) return found;
    return found.length === 2 ? '–' : '—';
  });
}
