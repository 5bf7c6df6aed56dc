import { isDeepStrictEqual } from 'node:util';
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

const RIGHTS = ['fullscreen', 'encrypted-media', 'picture-in-picture'];

/** The frames that may stand in a story: on a page of ours, with these attributes and no other. */
const FRAMES = [
  {
    src: /^\/embeds\/youtube\/[\w-]{11}\?lang=(?:en|fa|km)$/,
    allow: RIGHTS.map((right) => `${right} https://www.youtube-nocookie.com`).join('; '),
  },
  {
    src: /^\/embeds\/vimeo\/\d{1,12}\?lang=(?:en|fa|km)$/,
    allow: RIGHTS.map((right) => `${right} https://player.vimeo.com`).join('; '),
  },
];
const SANDBOX =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox';

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

function dangersOf(node: Element): string[] {
  const { tagName, properties } = node;
  if (tagName === 'iframe') return isOurFrame(node) ? [] : [`<iframe src="${properties.src}">`];
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

function isOurFrame({ properties, children }: Element): boolean {
  const { src, title, ...rest } = properties;
  const frame = FRAMES.find((known) => known.src.test(String(src)));
  const wanted = {
    loading: 'lazy',
    sandbox: SANDBOX.split(' '),
    allow: frame?.allow,
    allowFullScreen: true,
  };
  const isNamed = typeof title === 'string' && title.trim() !== '';
  return isNamed && children.length === 0 && !!frame && isDeepStrictEqual(rest, wanted);
}
