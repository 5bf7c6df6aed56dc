import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf } from '../excerpt.ts';
import { isElement, lineOf } from '../html-tree.ts';
import { leadsToPicture } from '../picture-links.ts';
import type { Rule } from './audited-story.ts';
import { foldWords } from './fold-words.ts';
import { VAGUE_LINKS } from './telltale-words.ts';

const BARE_ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** A shorter one can be said, and is often the name of the site. */
const LONG_ADDRESS = 30;

/** Who lists a page’s links hears each without its sentence (WCAG 2.4.9). */
export const vagueLinks: Rule = ({ kept, lang }) => {
  const findings: Finding[] = [];
  const targets = new Map<string, string>();
  let index = 0;
  visit(kept, 'element', (node) => {
    const href = String(node.properties.href ?? '');
    // Links inside the story lead to its notes.
    if (!isElement(node, 'a') || href === '' || href.startsWith('#')) return;
    const words = lineOf(node);
    const where = { kind: 'body', excerpt: excerptOf(words || href, lang, 60), index } as const;
    index += 1;
    const add = (rule: string, severity: Finding['severity'], message: string) =>
      findings.push({ rule, severity, where, message });
    const folded = foldWords(words);
    if (words === '') {
      if (!leadsToPicture(href) && holdsUndescribedPicture(node)) {
        add(
          'link-without-text',
          'serious',
          `The link to ${href} holds a picture without a description, so nobody hears where it leads. Describe in “alt” where it leads.`,
        );
      }
    } else if (VAGUE_LINKS.has(folded)) {
      add(
        'link-text-vague',
        'minor',
        `The link “${words}” to ${href} doesn’t say where it leads. Link words that do, such as the name of the page.`,
      );
    } else if (BARE_ADDRESS.test(words) && words.length > LONG_ADDRESS) {
      add(
        'link-text-address',
        'minor',
        `The link “${where.excerpt}” is an address, which is read out letter by letter. Link the name of the page in its place.`,
      );
    } else {
      const first = targets.get(folded);
      if (first === undefined) targets.set(folded, href);
      else if (first !== href) {
        add(
          'link-text-ambiguous',
          'minor',
          `Two links say “${words}” and lead to different pages (${first} and ${href}). Word them so that each says where it leads.`,
        );
      }
    }
  });
  return findings;
};

function holdsUndescribedPicture(link: Element): boolean {
  let pictures = 0;
  let described = 0;
  visit(link, 'element', (node) => {
    if (!isElement(node, 'img')) return;
    pictures += 1;
    if (String(node.properties.alt ?? '').trim()) described += 1;
  });
  return pictures > 0 && described === 0;
}
