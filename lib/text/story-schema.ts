import type { Options as Schema } from 'rehype-sanitize';
import { LOADER_PATH } from '#lib/model/video-players.ts';
import { PERMISSIONS, SANDBOX } from './embeds/frame-rights.ts';

type Attributes = NonNullable<Schema['attributes']>;

const TEXT = 'em strong b i u s sub sup mark small abbr q cite code kbd time bdi bdo span br a';
/** An h1 may come in; levelHeadings leaves none. */
const BLOCKS = 'p h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd pre hr figure figcaption';
const TABLES = 'table caption thead tbody tfoot tr th td';

/** What these hold is not for readers, so it goes with them. Of all others, what is not allowed is
 *  replaced by what it holds. */
export const STRIPPED = new Set(
  (
    'script style noscript template iframe frame frameset object embed applet svg math title head ' +
    'textarea select button input video audio canvas map noembed noframes xmp plaintext'
  ).split(' '),
);

const cell: Attributes[string] = [
  classes('number'),
  ['colSpan', /^[1-9]\d?$/],
  ['rowSpan', /^[1-9]\d?$/],
];
const count = /^-?\d{1,6}$/;
const media = '/media/[a-z0-9]+-\\d+\\.(?:avif|webp)';

const attributes: Attributes = {
  '*': [
    ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i],
    ['dir', 'ltr', 'rtl', 'auto'],
    ['id', /^[\p{L}\p{N}_.:-]{1,100}$/u],
  ],
  a: ['href'],
  abbr: ['title'],
  time: [['dateTime', /^[\w:.+-]{1,40}$/]],
  blockquote: [['cite', /^https?:\/\//], classes('pullquote')],
  p: [classes('pullquote')],
  span: [classes('credit')],
  ol: [['start', count]],
  li: [['value', count]],
  th: [['scope', 'col', 'row', 'colgroup', 'rowgroup'], ...cell],
  td: cell,
};

const shared: Schema = {
  ancestors: {
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    figcaption: ['figure'],
    ...Object.fromEntries(listed(TABLES, 'table').map((part) => [part, ['table']])),
    source: ['picture'],
  },
  clobber: [],
  protocols: {},
  required: {},
  strip: [...STRIPPED],
  allowComments: false,
  allowDoctypes: false,
};

/** What may come in. An `img` is only a wish: lib/ingest/pictures.ts puts a picture of ours in its
 *  place, or nothing. */
export const incomingSchema: Schema = {
  ...shared,
  tagNames: [...listed(`${TEXT} ${BLOCKS} ${TABLES}`), 'img'],
  attributes: { ...attributes, a: ['href', classes('embed')], img: ['src', 'alt'] },
};

/** What may go out to readers: what came in, pictures and video frames that we made, and frames around
 *  tables. */
export const finishedSchema: Schema = {
  ...shared,
  tagNames: [...listed(`${TEXT} ${BLOCKS} ${TABLES}`), 'picture', 'source', 'img', 'iframe', 'div'],
  ancestors: { ...shared.ancestors, iframe: ['figure'] },
  required: { iframe: { sandbox: [...SANDBOX] } },
  attributes: {
    ...attributes,
    figure: [classes('embed')],
    iframe: [
      ['src', LOADER_PATH],
      'title',
      ['loading', 'lazy'],
      ['sandbox', ...SANDBOX],
      ['allow', ...PERMISSIONS],
      ['allowFullScreen', true],
    ],
    source: [
      ['type', 'image/avif', 'image/webp'],
      ['srcSet', new RegExp(`^${media} \\d+w(?:, ${media} \\d+w)*$`)],
      'sizes',
    ],
    img: [
      ['src', new RegExp(`^${media}$`)],
      'alt',
      ['width', count],
      ['height', count],
      ['loading', 'lazy'],
      ['decoding', 'async'],
    ],
    div: [classes('table-scroll'), ['role', 'region'], 'ariaLabel', ['tabIndex', 0]],
  },
};

function classes(...names: string[]): [string, ...string[]] {
  return ['className', ...names];
}

function listed(names: string, except = ''): string[] {
  return names.split(' ').filter((name) => name !== except);
}
