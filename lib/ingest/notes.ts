import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { element, isElement, replaceElements } from '#lib/text/html-tree.ts';
import { storyWords } from '#lib/text/story-words.ts';

/** Notes beside the text (`class="annotation"`, as VOA writes them) stand, read one after the other,
 *  before or behind sentences that they don't belong to. They go to the end, numbered, and the
 *  links that lead to them carry the number. */
export function gatherNotes(tree: Root, lang: string): Root {
  const notes = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    if (isElement(node, 'p', 'aside', 'div') && isNote(node)) {
      notes.set(String(node.properties.id), node);
    }
  });
  if (notes.size === 0) return tree;

  const numbers = new Map([...notes.keys()].map((id, index) => [`#${id}`, index + 1]));
  const story = replaceElements(tree, (node) => {
    if (notes.has(String(node.properties.id)) && isNote(node)) return [];
    const number = isElement(node, 'a') ? numbers.get(String(node.properties.href)) : undefined;
    if (number) node.children.push(element('sup', {}, String(number)));
    return [node];
  });
  const items = [...notes].map(([id, { children }]) => element('li', { id }, ...children));
  story.children.push(element('h2', {}, storyWords(lang).notes), element('ol', {}, ...items));
  return story;
}

function isNote({ properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return Boolean(properties.id) && classes.includes('annotation');
}
