import type { Element, Root } from 'hast';
import type { Finding } from '#lib/model/finding.ts';
import { isElement, lineOf } from '../html-tree.ts';
import type { AuditedStory } from './audited-story.ts';

/** A picture with the words that go with it. */
export type AuditedPicture = {
  where: Finding['where'];
  /** How a sentence names it: “The picture over the story”. */
  name: string;
  /** Undefined where nothing was said; empty where it is said to be decorative. */
  alt: string | undefined;
  caption: string;
};

/** The picture over a story and those in its body. */
export function picturesOfStory({ input, kept }: AuditedStory): AuditedPicture[] {
  const pictures: AuditedPicture[] = [];
  if (input.image) {
    const { url, alt, caption } = input.image;
    pictures.push({
      where: { kind: 'image', excerpt: fileOf(url), index: 0 },
      name: `The picture over the story (${fileOf(url)})`,
      // The picture over a story is never mere decoration.
      alt: alt || undefined,
      caption,
    });
  }
  let inBody = 0;
  const look = (parent: Root | Element, caption: string) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (isElement(child, 'img')) {
        const file = fileOf(String(child.properties.src ?? ''));
        const index = inBody;
        inBody += 1;
        pictures.push({
          where: { kind: 'body', excerpt: file, index },
          name: `Picture ${index + 1} of the text (${file})`,
          alt: child.properties.alt === undefined ? undefined : String(child.properties.alt).trim(),
          caption,
        });
      }
      look(child, isElement(child, 'figure') ? captionOf(child) : caption);
    }
  };
  look(kept, '');
  return pictures;
}

function captionOf(figure: Element): string {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'));
  return caption ? lineOf(caption) : '';
}

/** The last part of an address: by it an editor finds the picture. */
function fileOf(url: string): string {
  if (url.startsWith('data:')) return 'a picture inside the text';
  const file =
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  return file.slice(-80) || 'without an address';
}
