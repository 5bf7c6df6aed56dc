import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { element, writeHtml } from '#lib/text/html-tree.ts';
import type { ImageFields } from './lead-image.ts';
import { videoFrame } from './video-frame.ts';

/** A picture inside a story, with its words. */
export function figureHtml({ url, alt, caption, credit }: ImageFields): string {
  const words = [
    ...(caption ? [caption] : []),
    ...(caption && credit ? [' '] : []),
    ...(credit ? [element('span', { className: ['credit'] }, credit)] : []),
  ];
  const figcaption = words.length > 0 ? [element('figcaption', {}, ...words)] : [];
  return html(element('figure', {}, element('img', { src: url, alt }), ...figcaption));
}

/** What stands in a story for an address that was to be shown there: the frame of a video, or a
 *  paragraph that leads to it. */
export function embedHtml(address: string): string {
  const frame = videoFrame(address);
  if (frame) return frame;
  const words = address.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/gi, '');
  return html(element('p', {}, element('a', { href: address }, words)));
}

/** A plain text as HTML: blank lines part its paragraphs; a line end inside one is kept. */
export function plainTextHtml(text: string): string {
  const paragraphs = text.trim().split(/\r?\n[^\S\n]*\r?\n\s*/);
  const elements = paragraphs.map((paragraph) =>
    element(
      'p',
      {},
      ...paragraph
        .split(/\r?\n/)
        .flatMap((line, index) => (index === 0 ? [line] : [element('br'), line])),
    ),
  );
  return html(...elements);
}

/** Takes the comments out of a tree: marks of a program, or words to colleagues. */
export function dropComments(tree: Root): Root {
  visit(tree, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
  return tree;
}

function html(...children: Element[]): string {
  const root: Root = { type: 'root', children };
  return writeHtml(root);
}
