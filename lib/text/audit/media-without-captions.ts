import { visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import { isElement } from '../html-tree.ts';
import type { Rule } from './audited-story.ts';

/** Who can’t hear needs the words of a recording (WCAG 1.2.1, 1.2.2). Of players elsewhere nothing
 *  is known from here. */
export const mediaWithoutCaptions: Rule = ({ came }) => {
  const findings: Finding[] = [];
  let index = 0;
  visit(came, 'element', (node) => {
    if (!isElement(node, 'video', 'audio')) return;
    const isCaptioned = node.children.some(
      (child) =>
        isElement(child, 'track') &&
        /^(?:captions|subtitles)?$/.test(String(child.properties.kind ?? '')),
    );
    const source = node.children.find((child) => isElement(child, 'source'));
    const address = node.properties.src ?? (isElement(source) ? source.properties.src : '');
    const excerpt = String(address ?? '').slice(-80) || node.tagName;
    const where = { kind: 'body', excerpt, index } as const;
    index += 1;
    if (isCaptioned) return;
    const message = isElement(node, 'video')
      ? `The video ${excerpt} has no captions. Give it captions, or tell in the text what is said and shown.`
      : `The recording ${excerpt} has no text beside it. Check that the story tells what is said in it, or add the words.`;
    findings.push({ rule: 'media-without-captions', severity: 'minor', where, message });
  });
  return findings;
};
