import type { Element, ElementContent, Root } from 'hast';
import { element, isBlank, isElement, lineOf } from './html-tree.ts';

/** “Table 2: Landings by port”, with the numerals of the language. */
const NUMBERED =
  /^(?:table|tab\.|جدول|តារាង|tabelle|tableau|tabla|tabela|tabella)\s*\p{Nd}+\s*[:.៖–—-]\s*\S/iu;
const LONGEST = 200;

/** Makes a caption of the line that stands right above a table and calls itself “Table 2: …”, so that
 *  the table has a name wherever it is met (WCAG 1.3.1). Any other line may be about something else. */
export function withCaptions<Parent extends Root | Element>(parent: Parent): Parent {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (!isElement(child)) {
      children.push(child);
      continue;
    }
    const inside = withCaptions(child);
    const line = isElement(inside, 'table') && !hasCaption(inside) && lastOf(children);
    if (line && isElement(line, 'p') && isCaption(line)) {
      children.splice(children.indexOf(line), 1);
      children.push({
        ...inside,
        children: [element('caption', {}, ...line.children), ...inside.children],
      });
    } else {
      children.push(inside);
    }
  }
  return { ...parent, children };
}

function lastOf(nodes: ElementContent[]): ElementContent | undefined {
  return nodes.findLast((node) => !isBlank([node]));
}

function isCaption(line: Element): boolean {
  const words = lineOf(line);
  return words.length <= LONGEST && NUMBERED.test(words);
}

function hasCaption(table: Element): boolean {
  return table.children.some((part) => isElement(part, 'caption'));
}
