import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Finding } from '#lib/model/finding.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { excerptOf } from './excerpt.ts';
import { findText, type TextRange, textLineOf } from './find-text.ts';
import { element, isElement, lineOf } from './html-tree.ts';
import { changeSafely } from './sanitise.ts';

/** What is to be marked: findings by their numbers in a list. */
export type Places = {
  lang: string;
  findings: readonly { number: number; finding: Finding }[];
  /** Goes before the number in the id of each mark. */
  prefix: string;
  /** Whether all pictures that the audit counted are in the text. */
  hasAllPictures: boolean;
};

export type MarkedBody = {
  html: SafeHtml;
  /** The id of the mark of each finding whose place is in the text. */
  marks: ReadonlyMap<number, string>;
};

/** The text of a story with a mark at each place that a finding is about, for an editor to go to. Ids of
 *  its own and links to them are taken out: they could be those of the page around it. */
export function bodyWithPlaces(html: SafeHtml, places: Places): MarkedBody {
  const marks = new Map<number, string>();
  const marked = changeSafely(html, (tree) => {
    visit(tree, 'element', ({ properties }) => {
      delete properties.id;
      if (String(properties.href ?? '').startsWith('#')) delete properties.href;
    });
    const line = textLineOf(tree);
    const inText: TextRange[] = [];
    for (const { number, finding } of places.findings) {
      if (finding.where.kind !== 'body') continue;
      const id = `${places.prefix}-${number}`;
      if (markElement(tree, finding, places, { number, id })) marks.set(number, id);
      else {
        const range = findText(line, finding.where.excerpt, inText);
        if (!range) continue;
        // Two findings about the same words have one mark.
        const same = inText.find((other) => other.from < range.to && range.from < other.to);
        marks.set(number, same?.id ?? id);
        if (!same) inText.push({ ...range, id, number });
      }
    }
    return inText.length > 0 ? markText(tree, inText) : tree;
  });
  return { html: marked, marks };
}

type Mark = { number: number; id: string };

/** Marks the picture, the table or the link that a finding names by its count. */
function markElement(tree: Root, { rule, where }: Finding, places: Places, mark: Mark): boolean {
  if (rule.startsWith('image-')) {
    const picture = places.hasAllPictures && elementsIn(tree, 'img')[where.index];
    return picture ? markBefore(tree, picture, 'the picture below', mark) : false;
  }
  if (rule.startsWith('table-')) {
    const table = elementsIn(tree, 'table')[where.index];
    return table ? markBefore(tree, table, 'the table below', mark) : false;
  }
  if (!rule.startsWith('link-')) return false;
  const links = elementsIn(tree, 'a').filter(({ properties }) => properties.href);
  const isNamed = (link: Element | undefined) => {
    const words = link && (lineOf(link) || String(link.properties.href));
    return words !== undefined && excerptOf(words, places.lang, 60) === where.excerpt;
  };
  const counted = links[where.index];
  const link = isNamed(counted) ? counted : links.find(isNamed);
  if (!link) return false;
  link.children = [markOf(mark, link.children)];
  return true;
}

function elementsIn(tree: Root, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (isElement(node, tagName)) found.push(node);
  });
  return found;
}

/** A line over the block that holds what is meant. */
function markBefore(tree: Root, wanted: Element, what: string, mark: Mark): boolean {
  const index = tree.children.findIndex((block) => holds(block, wanted));
  const words = element('p', { lang: 'en', dir: 'ltr' }, markOf(mark, [], what));
  tree.children.splice(index, 0, words);
  return true;
}

function holds(block: Root['children'][number], wanted: Element): boolean {
  if (block === wanted) return true;
  return isElement(block) && block.children.some((child) => holds(child, wanted));
}

/** The number stands beside the colour: who doesn’t see that, or listens, knows which mark it is. */
function markOf({ number, id }: Mark, children: ElementContent[], what = ''): Element {
  const name = element('b', { lang: 'en', dir: 'ltr' }, `Finding ${number}: ${what}`);
  return element('mark', { id }, name, ...children);
}

function markText(tree: Root, ranges: readonly TextRange[]): Root {
  const pieces = new Map<Text, { from: number; to: number; range: TextRange }[]>();
  for (const range of ranges) {
    for (const { node, from, to } of range.pieces) {
      pieces.set(node, [...(pieces.get(node) ?? []), { from, to, range }]);
    }
  }
  const cut = <Parent extends Root | Element>(parent: Parent): Parent => {
    const children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (isElement(child)) return [cut(child)];
      const inside = child.type === 'text' ? pieces.get(child) : undefined;
      return inside && child.type === 'text' ? cutText(child, inside) : [child];
    });
    return { ...parent, children };
  };
  return cut(tree);
}

function cutText(
  node: Text,
  pieces: { from: number; to: number; range: TextRange }[],
): ElementContent[] {
  const cut: ElementContent[] = [];
  let at = 0;
  for (const { from, to, range } of pieces.sort((one, other) => one.from - other.from)) {
    const words: Text = { type: 'text', value: node.value.slice(from, to) };
    const isFirst = range.pieces[0]?.node === node;
    cut.push({ type: 'text', value: node.value.slice(at, from) });
    cut.push(isFirst ? markOf(range, [words]) : element('mark', {}, words));
    at = to;
  }
  return [...cut, { type: 'text', value: node.value.slice(at) }];
}
