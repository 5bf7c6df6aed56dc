import { inOneLine } from '../excerpt.ts';
import { isElement, lineOf } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';
import { foldWords } from './fold-words.ts';

/** Who listens hears a headline twice where the standfirst or the text begins with it. */
export const repeatedHeadline: Rule = ({ input, kept }) => {
  const headline = foldWords(input.headline);
  const excerpt = inOneLine(input.headline).slice(0, 60);
  const rule = 'headline-repeated';
  if (input.standfirst && foldWords(input.standfirst) === headline) {
    const message = `The standfirst is the headline again (“${excerpt}”). Leave it out, or say what the headline doesn’t.`;
    return [{ rule, severity: 'minor', where: { kind: 'standfirst', excerpt, index: 0 }, message }];
  }
  const first = kept.children.find((node) => isElement(node));
  if (isElement(first) && /^h[1-6]$/.test(first.tagName) && foldWords(lineOf(first)) === headline) {
    const message = `The text begins with the headline again (“${excerpt}”). Take it out of the text.`;
    return [{ rule, severity: 'minor', where: { kind: 'body', excerpt, index: 0 }, message }];
  }
  return [];
};
