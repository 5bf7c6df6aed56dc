import type { Element, Root } from 'hast';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf } from '../excerpt.ts';
import { isBlank, isElement, lineOf } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';
import { HUES, type Hue, hueOf } from './colour-names.ts';
import { pointsAtColour } from './colour-words.ts';

/** Words that are marked in another way too. */
const EMPHASIS = 'em strong b i u mark s h1 h2 h3 h4 h5 h6 th a'.split(' ');

type Coloured = { hue: Hue; words: string; isEmptyCell: boolean };

/** Colours of other sites are not kept: they would break in the reader’s own. What they alone said is
 *  lost, as it always was to who doesn’t see colours (WCAG 1.4.1). */
export const colourAlone: Rule = ({ came, lang }) => {
  const coloured = colouredIn(came);
  const [first] = coloured;
  if (!first) return [];
  const text = lineOf(came);
  const named = new Set(HUES.filter((hue) => pointsAtColour(text, hue, lang)));
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], index: number, excerpt: string, message: string) => {
    const where = { kind: 'body', excerpt, index } as const;
    findings.push({ rule: 'colour-alone', severity, where, message });
  };
  for (const [index, { hue, words, isEmptyCell }] of coloured.entries()) {
    const excerpt = excerptOf(words, lang, 60);
    if (isEmptyCell) {
      tell(
        'serious',
        index,
        `${hue} cell`,
        `A table has an empty cell that is coloured ${hue}: only its colour says something. Write into the cell what the colour means.`,
      );
    } else if (named.has(hue)) {
      tell(
        'serious',
        index,
        excerpt,
        `The text speaks of what is ${hue}, and “${excerpt}” is marked by that colour alone, which not everyone sees and Lede does not keep. Say in words what the colour means.`,
      );
    }
  }
  if (findings.length > 0) return findings;
  const excerpt = excerptOf(first.words, lang, 60);
  tell(
    'minor',
    0,
    excerpt,
    `“${excerpt}” is marked by colour alone (${first.hue}), which Lede does not keep. If the colour means something, say it in words.`,
  );
  return findings;
};

function colouredIn(tree: Root): Coloured[] {
  const found: Coloured[] = [];
  const walk = (parent: Root | Element) => {
    for (const child of parent.children) {
      if (!isElement(child) || EMPHASIS.includes(child.tagName)) continue;
      const hue = hueIn(child);
      const isCell = isElement(child, 'td');
      if (hue && isBlank(child.children)) {
        if (isCell) found.push({ hue, words: '', isEmptyCell: true });
      } else if (hue && !isEmphasised(child)) {
        found.push({ hue, words: lineOf(child), isEmptyCell: false });
      } else {
        walk(child);
      }
    }
  };
  walk(tree);
  return found;
}

function hueIn({ properties }: Element): Hue | null {
  const style = String(properties.style ?? '');
  const styled = /(?:^|;)\s*(?:background-)?color\s*:\s*([^;!]+)/i.exec(style)?.[1];
  for (const colour of [properties.color, properties.bgColor, styled]) {
    const hue = colour ? hueOf(String(colour)) : null;
    if (hue) return hue;
  }
  return null;
}

/** Whether all the words inside are bold, a link or the like. */
function isEmphasised({ children }: Element): boolean {
  return children.every(
    (child) =>
      isBlank([child]) ||
      (isElement(child) && (EMPHASIS.includes(child.tagName) || isEmphasised(child))),
  );
}
