import type { Element, ElementContent, Root } from 'hast';
import { element, isBlank, isElement } from '#lib/text/html-tree.ts';

/** Elements that stand between paragraphs, not in one. */
const BLOCKS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol dl table figure blockquote pre hr div section article aside header ' +
    'footer main nav form fieldset address details iframe video audio object embed script style ' +
    'noscript center'
  ).split(' '),
);

/** Blocks in which text may stand bare too. */
const BOXES = new Set(['div', 'section', 'article', 'aside', 'blockquote', 'center']);

const BLANK_LINE = /\n[^\S\n]*\n\s*/;

/** Makes paragraphs of text that stands bare, parted by blank lines, and line breaks of its line
 *  ends, as WordPress's editor did before it had blocks. */
export function breakAtBlankLines(tree: Root): Root {
  return { ...tree, children: withParagraphs(tree.children as ElementContent[]) };
}

function withParagraphs(children: ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let line: ElementContent[] = [];
  const close = () => {
    if (!isBlank(line)) blocks.push(element('p', {}, ...withBreaks(trimmed(line))));
    line = [];
  };
  for (const child of children) {
    if (isElement(child) && BLOCKS.has(child.tagName)) {
      close();
      blocks.push(withParagraphsInside(child));
    } else if (child.type === 'text') {
      const [first = '', ...others] = child.value.split(BLANK_LINE);
      line.push({ type: 'text', value: first });
      for (const value of others) {
        close();
        line.push({ type: 'text', value });
      }
    } else {
      line.push(child);
    }
  }
  close();
  return blocks;
}

function withParagraphsInside(box: Element): Element {
  const isLoose = box.children.some((child) => child.type === 'text' && child.value.trim() !== '');
  if (!BOXES.has(box.tagName) || !isLoose) return box;
  return { ...box, children: withParagraphs(box.children) };
}

function trimmed(line: ElementContent[]): ElementContent[] {
  return line.map((child, index) => {
    if (child.type !== 'text') return child;
    let { value } = child;
    if (index === 0) value = value.trimStart();
    if (index === line.length - 1) value = value.trimEnd();
    return { ...child, value };
  });
}

function withBreaks(line: ElementContent[]): ElementContent[] {
  return line.flatMap((child, index): ElementContent[] => {
    if (isElement(child)) {
      return BLOCKS.has(child.tagName)
        ? [child]
        : [{ ...child, children: withBreaks(child.children) }];
    }
    if (child.type !== 'text') return [child];
    // A break that stands there already, `<br />` at the end of the line, is enough.
    const isAfterBreak = isElement(line[index - 1], 'br');
    const lines = child.value.split('\n');
    return lines.flatMap((value, number): ElementContent[] => {
      const isBroken = number > 0 && !(number === 1 && isAfterBreak && lines[0]?.trim() === '');
      return [...(isBroken ? [element('br')] : []), { type: 'text', value }];
    });
  });
}
