import type { Root } from 'hast';
import { replaceElements } from '../html-tree.ts';
import { STRIPPED } from '../story-schema.ts';

/** Players are not kept either, but readers get a link to what they play. */
const PLAYERS = new Set(['iframe', 'video', 'audio', 'embed', 'object']);

/** A body as it came, without what no reader sees: scripts, styles, forms. */
export function seenByReaders(tree: Root): Root {
  return replaceElements(tree, (node) =>
    STRIPPED.has(node.tagName) && !PLAYERS.has(node.tagName) ? [] : [node],
  );
}
