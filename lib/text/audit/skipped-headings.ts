import { visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf } from '../excerpt.ts';
import { lineOf } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';

/** Lede closes the gap, but only the editor knows which heading was meant to be under which
 *  (WCAG 1.3.1). The first heading of a body may have any level. */
export const skippedHeadings: Rule = ({ came, lang }) => {
  const findings: Finding[] = [];
  let before = 0;
  let index = 0;
  visit(came, 'element', (node) => {
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
    const words = level ? lineOf(node) : '';
    if (words === '') return;
    if (before > 0 && level > before + 1) {
      const excerpt = excerptOf(words, lang, 60);
      findings.push({
        rule: 'heading-skipped',
        severity: 'minor',
        where: { kind: 'body', excerpt, index },
        message: `The heading “${excerpt}” is of level ${level} and follows one of level ${before}. Lede moved it up to close the gap; check that it stands under the right heading.`,
      });
    }
    before = level;
    index += 1;
  });
  return findings;
};
