import type { Root } from 'hast';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Picture } from '#lib/model/picture.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { parseHtml } from '#lib/text/html-tree.ts';
import { parseMarkdown } from '#lib/text/markdown.ts';
import { finishHtml, sanitiseTree } from '#lib/text/sanitise.ts';
import { placePictures } from './body-pictures.ts';
import { gatherNotes } from './notes.ts';

/** The body of a story as a safe tree. Its `img` elements are not ours yet: see finishBody. */
export function readBody({ body, bodyMarkdown }: ArticleInput, lang: string): Root {
  const tree = body === undefined ? parseMarkdown(bodyMarkdown ?? '', lang) : parseHtml(body);
  return sanitiseTree(gatherNotes(tree, lang));
}

/** The body as readers get it, with the pictures that could be had, by the address that the story
 *  gave them. */
export function finishBody(tree: Root, pictures: Map<string, Picture>, lang: string): SafeHtml {
  return finishHtml(placePictures(tree, pictures), lang);
}
