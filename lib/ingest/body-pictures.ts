import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Picture } from '#lib/model/picture.ts';
import { element, isBlank, isElement, replaceElements } from '#lib/text/html-tree.ts';
import { leadsToPicture } from '#lib/text/picture-links.ts';
import { pictureElement } from './picture-element.ts';

/** Elements that hold words in a line: a figure has no place in them. */
const LINES = new Set('p a em strong b i u s span small mark q cite h1 h2 h3 h4 h5 h6'.split(' '));

/** The addresses of the pictures that a story's body asks for, each once. */
export function picturesIn(tree: Root): string[] {
  const addresses = new Set<string>();
  visit(tree, 'element', (node) => {
    const { src } = node.properties;
    if (isElement(node, 'img') && typeof src === 'string' && src !== '') addresses.add(src.trim());
  });
  return [...addresses];
}

/** Puts our pictures in the place of those that the body asks for, each in a figure. Where one could
 *  not be had, its figure goes, and the caption with it. */
export function placePictures(tree: Root, pictures: Map<string, Picture>): Root {
  return replaceElements(tree, (node, parent) => {
    if (isElement(node, 'img')) return placeImage(node, parent, pictures);
    if (isElement(node, 'figure')) return finishFigure(node);
    if (!LINES.has(node.tagName)) return [node];
    const pieces = liftFigures(node);
    return isElement(node, 'a') ? [...pieces, ...linkInWords(node, pieces, parent)] : pieces;
  });
}

function placeImage(
  img: Element,
  parent: Root | Element,
  pictures: Map<string, Picture>,
): ElementContent[] {
  const picture = pictures.get(String(img.properties.src ?? '').trim());
  if (!picture) return [];
  const placed = pictureElement(picture, String(img.properties.alt ?? ''));
  return [isElement(parent, 'figure') ? placed : element('figure', {}, placed)];
}

/** A figure without its picture is a caption to nothing, unless it holds something else, such as a
 *  table or a quotation. Figures inside it open up. */
function finishFigure(figure: Element): ElementContent[] {
  const children = figure.children.flatMap((child) =>
    isElement(child, 'figure') ? child.children : [child],
  );
  const content = children.filter((child) => !isElement(child, 'figcaption'));
  return isBlank(content) ? [] : [{ ...figure, children }];
}

/** A figure can't stand in a link, so a link that held nothing but a picture is said in the words of
 *  its description. */
function linkInWords(
  link: Element,
  pieces: ElementContent[],
  parent: Root | Element,
): ElementContent[] {
  if (!pieces.every((piece) => isElement(piece, 'figure', 'picture'))) return [];
  const words = pieces.map(descriptionIn).filter(Boolean).join(', ');
  if (!words || leadsToPicture(String(link.properties.href ?? ''))) return [];
  const inWords: Element = { ...link, children: [{ type: 'text', value: words }] };
  return [isElement(parent) ? inWords : element('p', {}, inWords)];
}

function descriptionIn(tree: ElementContent): string {
  let description = '';
  visit(tree, 'element', (node) => {
    if (isElement(node, 'img')) description ||= String(node.properties.alt ?? '').trim();
  });
  return description;
}

/** Splits a line of words around the figures in it. */
function liftFigures(line: Element): ElementContent[] {
  const pieces: ElementContent[] = [];
  let words: ElementContent[] = [];
  const close = () => {
    if (!isBlank(words)) pieces.push({ ...line, children: words });
    words = [];
  };
  for (const child of line.children) {
    if (!isElement(child, 'figure')) {
      words.push(child);
      continue;
    }
    close();
    pieces.push(child);
  }
  if (pieces.length === 0) return [line];
  close();
  return pieces;
}
