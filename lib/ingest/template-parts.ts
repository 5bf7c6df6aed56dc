import { creditOf } from './credit.ts';
import { youTubeFrame } from './video-frame.ts';

/** The story that a part of a template stands in. */
export type TemplateContext = { fields: Record<string, unknown> };

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|heic)(?:[?#].*)?$/i;

/** The HTML that an included part of a template stands for, by what its parameters carry: a picture
 *  with its caption and credit, the frame of a video, a quotation, a note. Null if it carries nothing
 *  for a reader. It is not safe yet. */
export function renderTemplatePart(
  name: string,
  parameters: string,
  context: TemplateContext,
): string | null {
  const given = parametersOf(parameters, context.fields);
  const pick = (...names: string[]) => names.map((key) => given.get(key)).find(Boolean) ?? '';
  const parts = [
    quotation(pick('quotation', 'quote', 'pullquote')),
    video(name, pick) ?? picture(name, pick, context),
    note(pick),
  ];
  return parts.filter(Boolean).join('\n') || null;
}

type Pick = (...names: string[]) => string;

function picture(name: string, pick: Pick, { fields }: TemplateContext): string | null {
  const person = pick('name');
  const file =
    pick('file', 'src', 'image', 'image_path', 'url', 'img', 'path') || window(name, fields);
  if (!file || !(PICTURE_FILE.test(file) || /photo|image|figure|mugshot/i.test(name))) return null;
  const words = pick('caption', 'cutline', 'description');
  const caption = [person, words].filter(Boolean).join(': ');
  return figure(file, pick('alt') || person, caption, pick('credit', 'attr', 'attribution'));
}

/** On VOA's sites the picture behind a “window” stands in the front matter, as a name in `/img`. */
function window(name: string, fields: Record<string, unknown>): string {
  const file = name.startsWith('window') ? fields.window_image : undefined;
  if (typeof file !== 'string') return '';
  return /[/:]/.test(file) ? file : `/img/${file}`;
}

function figure(file: string, alt: string, caption: string, credit: string): string {
  const name = creditOf(credit);
  const line = [caption, name && `<span class="credit">${name}</span>`].filter(Boolean).join(' ');
  const figcaption = line && `<figcaption>${line}</figcaption>`;
  return `<figure><img src="${escaped(file)}" alt="${escaped(alt)}">${figcaption}</figure>`;
}

/** Hugo gives the video as the first word: `{{< youtube abc >}}`. */
function video(name: string, pick: Pick): string | null {
  const frame = youTubeFrame(pick('youtube', ...(name === 'youtube' ? ['id', '0'] : [])));
  if (!frame) return null;
  const caption = pick('caption');
  return caption ? `<figure>${frame}<figcaption>${caption}</figcaption></figure>` : frame;
}

function quotation(words: string): string {
  return words && `<p class="pullquote">${words}</p>`;
}

/** An editor's note. A heading alone says nothing, unless it leads somewhere. */
function note(pick: Pick): string {
  const heading = pick('hedline', 'headline', 'heading');
  const text = pick('text', 'note', 'body');
  const link = /^https?:/.test(pick('link')) ? pick('link') : '';
  if (!text && !(heading && link)) return '';
  const linked = link ? `<a href="${escaped(link)}">${heading || link}</a>` : heading;
  return `<p>${[linked && `<strong>${linked}</strong>`, text].filter(Boolean).join(' ')}</p>`;
}

/** Reads `file="/img/x.jpg" add_padding=true`. A value without quotes may be a field of the front
 *  matter: `file=page.image`. Values without a name are numbered. */
function parametersOf(text: string, fields: Record<string, unknown>): Map<string, string> {
  const given = new Map<string, string>();
  const pattern = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"'=]+))/gs;
  for (const [, key, double, single, bare = ''] of text.matchAll(pattern)) {
    const field = /^page\.([\w-]+)$/.exec(bare)?.[1];
    const raw = double ?? single ?? (field ? String(fields[field] ?? '') : bare);
    const value = raw
      .replace(/\\(["'])/g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
    given.set((key ?? String(given.size)).toLowerCase(), value);
  }
  return given;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
