import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { parseHtml } from '#lib/text/html-tree.ts';

/** What may stand in a story, written down a second time on purpose: a slip in the allow-list must
 *  not be a slip in its test. */
const ELEMENTS = new Set(
  (
    'p h2 h3 h4 h5 h6 a em strong b i u s sub sup mark small abbr q cite blockquote ul ol li dl dt dd ' +
    'table caption thead tbody tfoot tr th td figure figcaption picture source img br hr code pre ' +
    'kbd time bdi bdo span div'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'lang dir id href title dateTime cite className start value scope colSpan rowSpan type srcSet ' +
    'sizes src alt width height loading decoding role ariaLabel tabIndex'
  ).split(' '),
);

/** Everything in this HTML that could run, load or act, as a browser would read it. Empty if it is
 *  safe. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  visit(parseHtml(html), (node) => {
    if (node.type === 'element') dangers.push(...dangersOf(node));
    else if (node.type !== 'text' && node.type !== 'root') dangers.push(node.type);
  });
  return dangers;
}

function dangersOf({ tagName, properties }: Element): string[] {
  const dangers = ELEMENTS.has(tagName) ? [] : [`<${tagName}>`];
  for (const [name, value] of Object.entries(properties)) {
    const text = String(value);
    if (!ATTRIBUTES.has(name)) dangers.push(`${tagName}[${name}]`);
    if (name === 'href' && !/^(?:https?:\/\/|mailto:|\/(?![/\\])|#note-)/.test(text)) {
      dangers.push(`href=${text}`);
    }
    if (/^src(?:Set)?$/.test(name) && !text.startsWith('/media/')) dangers.push(`${name}=${text}`);
    if (name === 'cite' && !/^https?:/.test(text)) dangers.push(`cite=${text}`);
    if (name === 'id' && !text.startsWith('note-')) dangers.push(`id=${text}`);
  }
  return dangers;
}
