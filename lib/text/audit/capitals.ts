import type { Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf, inOneLine } from '../excerpt.ts';
import { isElement, lineOf } from '../html-tree.ts';
import type { AuditedStory, Rule } from './audited-story.ts';

/** Abbreviations stand in capitals, and so do datelines: only what is longer counts. */
const FEWEST_WORDS = 5;
const FEWEST_LETTERS = 25;

/** Words that have no small letter, in a row. Words of scripts without capitals end it. */
const RUN =
  /\p{Lu}[\p{Lu}\p{M}\p{N}'’.&-]*(?:[\s\p{P}\p{N}]+\p{Lu}[\p{Lu}\p{M}\p{N}'’.&-]*)*(?!\p{Ll})/gu;

const TEXTS = ['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'td', 'th', 'dd', 'dt'];

/** Words in capitals lose their shape, which readers with dyslexia go by, and some screen readers
 *  spell them out. */
export const capitals: Rule = (story) => [...inHead(story), ...inBody(story)];

function inHead({ input, lang }: AuditedStory): Finding[] {
  return (['headline', 'standfirst'] as const).flatMap((kind) => {
    const words = inOneLine(input[kind] ?? '');
    // A headline of two words in capitals is shouted as well.
    const isLoud = isAllCapitals(words, 12) || loudRunIn(words) !== null;
    return isLoud ? [finding(kind, excerptOf(words, lang, 60), 0)] : [];
  });
}

function inBody({ kept, lang }: AuditedStory): Finding[] {
  const findings: Finding[] = [];
  let index = 0;
  visit(kept, 'element', (node) => {
    if (isElement(node, 'pre', 'code')) return SKIP;
    if (!isElement(node, ...TEXTS) || holdsText(node)) return;
    const run = loudRunIn(lineOf(node));
    if (run) findings.push(finding('body', excerptOf(run, lang, 60), index));
    index += 1;
  });
  return findings;
}

/** A list item that holds paragraphs is looked at in them. */
function holdsText(node: Nodes): boolean {
  return (
    'children' in node &&
    node.children.some((child) => isElement(child, ...TEXTS) || holdsText(child))
  );
}

function finding(kind: Finding['where']['kind'], excerpt: string, index: number): Finding {
  const place = kind === 'body' ? 'The text' : `The ${kind}`;
  return {
    rule: 'text-in-capitals',
    severity: 'minor',
    where: { kind, excerpt, index },
    message: `${place} “${excerpt}” stands in capitals, which are hard to read and are spelled out by some screen readers. Write it in small letters.`,
  };
}

function isAllCapitals(words: string, fewest: number): boolean {
  const large = words.match(/\p{Lu}/gu)?.length ?? 0;
  return large >= fewest && /\s/.test(words) && !/\p{Ll}/u.test(words);
}

function loudRunIn(line: string): string | null {
  for (const [run] of line.matchAll(RUN)) {
    const letters = run.match(/\p{Lu}/gu)?.length ?? 0;
    const words = run.match(/\p{Lu}{2,}/gu)?.length ?? 0;
    if (letters >= FEWEST_LETTERS && words >= FEWEST_WORDS) return run.trim();
  }
  return null;
}
