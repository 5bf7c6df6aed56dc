import type { Root } from 'hast';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Picture } from '#lib/model/picture.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { parseHtml } from '#lib/text/html-tree.ts';
import { parseMarkdown } from '#lib/text/markdown.ts';
import { finishHtml, sanitiseTree } from '#lib/text/sanitise.ts';
import { placePictures } from './body-pictures.ts';
import { gatherNotes } from './notes.ts';
import { withinTime } from './time-limit.ts';

/** The body of a story as it came, and as a safe tree. The `img` elements of that are not ours yet:
 *  see finishBody. */
export type ReadBody = { came: Root; kept: Root };

/** Reads the body of a story. Throws TooSlowError. */
export function readBody({ body, bodyMarkdown }: ArticleInput, lang: string): ReadBody {
  return withinTime(() => {
    const tree = body === undefined ? parseMarkdown(bodyMarkdown ?? '', lang) : parseHtml(body);
    const came = gatherNotes(tree, lang);
    return { came, kept: sanitiseTree(came, lang) };
  });
}

/** The body as readers get it, with the pictures that could be had, by the address that the story
 *  gave them. */
export function finishBody(tree: Root, pictures: Map<string, Picture>, lang: string): SafeHtml {
  return finishHtml(placePictures(tree, pictures), lang);
}
