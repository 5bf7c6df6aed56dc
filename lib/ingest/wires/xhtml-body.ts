import type { Element } from 'hast';
import { parseHtml, replaceElements, writeHtml } from '#lib/text/html-tree.ts';
import { dropComments } from '../story-html.ts';

/** Classes under which agencies put into a text what is for editors. */
const FOR_EDITORS = /^(?:notepad|np-.*|embargoed|ed-?note|editors?-?note|nonpublic|advisory)$/i;

/** What the page shows by itself: the agency's own head over the text. */
const HEAD = new Set(['header', 'head', 'title', 'h1']);
const HEAD_CLASSES = /^(?:dateline|slugline|vignette|dat|publicationDate)$/;

/** The text of an agency's HTML: without its head, the dateline, and whatever is for editors. */
export function xhtmlBody(html: string): string {
  const tree = dropComments(parseHtml(html));
  return writeHtml(replaceElements(tree, (node) => (isLeftOut(node) ? [] : [node])));
}

function isLeftOut(node: Element): boolean {
  if (HEAD.has(node.tagName)) return true;
  const classes = [node.properties.className ?? []].flat().map(String);
  return classes.some((name) => FOR_EDITORS.test(name) || HEAD_CLASSES.test(name));
}
