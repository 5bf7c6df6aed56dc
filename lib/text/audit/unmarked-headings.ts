import type { ElementContent } from 'hast';
import type { Finding } from '#lib/model/finding.ts';
import { isBlank, isElement, lineOf } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';

const LONGEST = 80;

/** A bold line looks like a heading, and who moves by headings passes it (WCAG 1.3.1). Whether it is
 *  one only its writer knows: it may be a speaker’s name or a warning. So it is told, not changed. */
export const unmarkedHeadings: Rule = ({ kept }) => {
  const blocks = kept.children.filter((node) => isElement(node));
  const findings: Finding[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (!isElement(block, 'p') || !isElement(next, 'p') || isBold(next.children)) continue;
    const words = lineOf(block);
    if (words.length > LONGEST || /[\p{Sentence_Terminal}:,;…،؛៖]$/u.test(words)) continue;
    if (!isBold(block.children)) continue;
    findings.push({
      rule: 'heading-not-marked',
      severity: 'minor',
      where: { kind: 'body', excerpt: words, index },
      message: `The paragraph “${words}” is bold and looks like a heading, but is none. If it is one, mark it as a heading, so that readers can find it.`,
    });
  }
  return findings;
};

/** Whether all words stand in bold. */
function isBold(children: ElementContent[]): boolean {
  const content = children.filter((child) => !isBlank([child]));
  return content.length > 0 && content.every((child) => isElement(child, 'b', 'strong'));
}
