import { toText } from 'hast-util-to-text';
import { articleInputSchema } from '#lib/model/article-input.ts';
import { excerptOf, inOneLine } from '#lib/text/excerpt.ts';
import { parseHtml, writeHtml } from '#lib/text/html-tree.ts';
import { authorNames } from '../feeds/authors.ts';
import { readBodyHtml, wholeAddress, withoutLeadImage } from '../feeds/body.ts';
import { feedLanguage } from '../feeds/language.ts';
import { standfirstOf } from '../feeds/standfirst.ts';
import { problemOf } from '../input-problems.ts';
import type { ImageFields } from '../lead-image.ts';
import type { FoundStory, ReadDefaults, Reading, SourceDocument } from '../reading.ts';
import { type PageText, pageTextOf } from './page-text.ts';

const LONGEST_HEADLINE = 300;

/** Makes a story of a web page that stands for itself. */
export function readPage(document: SourceDocument, defaults: ReadDefaults): Reading {
  const { place, pictures } = document;
  const page = pageTextOf(document.text);
  if (!page) return { place, outcome: 'failed', reason: 'No story was found on this web page.' };
  const address = pictures && 'address' in pictures ? pictures.address : undefined;
  const { lang, warning } = feedLanguage(page.lang, defaults);
  const warnings = warning ? [warning] : [];
  if (!page.published) warnings.push('It has no date: it was given the time of this import.');
  const name = canonicalOf(page, address) ?? document.fileName;
  const parsed = articleInputSchema.safeParse(
    {
      // As a feed names it that gives its stories their addresses: one story, however it comes.
      sourceId: `feed:${name}`,
      lang,
      headline: page.title ? excerptOf(page.title, lang, LONGEST_HEADLINE - 1) : undefined,
      section: defaults.section ?? 'news',
      authors: authorsOf(page),
      published: page.published ?? new Date().toISOString(),
      updated: laterOf(page),
      ...bodyOf(page, address, undefined),
    },
    { reportInput: true },
  );
  if (!parsed.success) return { place, outcome: 'failed', reason: problemOf(parsed.error) };
  const isUndated = page.published === null;
  return { place, input: parsed.data, pictures, warnings, isUndated, origin: `page:${name}` };
}

/** A story of which a feed gave the beginning, with the text of its page. What the feed says of it
 *  stands; the page fills what the feed leaves open. */
export function withPage(found: FoundStory, page: PageText, address: string): FoundStory {
  const { input, isUndated, isOnlyTitle } = found;
  const summary = inOneLine(toText(parseHtml(input.body ?? '')));
  const { body, image } = bodyOf(page, address, input.image);
  const words = inOneLine(toText(parseHtml(body)));
  const dates =
    isUndated && page.published ? { published: page.published, updated: laterOf(page) } : {};
  const parsed = articleInputSchema.safeParse({
    ...input,
    ...dates,
    standfirst:
      input.standfirst ?? (isOnlyTitle ? undefined : standfirstOf(summary, words, input.lang)),
    authors: input.authors.length > 0 ? input.authors : authorsOf(page),
    image,
    body,
  });
  if (!parsed.success) return found;
  const whole = { ...found, input: parsed.data, isOnlyTitle: false };
  return { ...whole, ...('published' in dates ? { isUndated: false } : {}) };
}

/** Where a page says that it stands. One may speak for its own site alone: otherwise it could take
 *  the place of another's story. */
function canonicalOf({ canonical }: PageText, address: string | undefined): string | undefined {
  const said = wholeAddress(canonical, address);
  const isHttp = said !== undefined && /^https?:/.test(said);
  if (address === undefined) return isHttp ? said : undefined;
  return isHttp && siteOf(said) === siteOf(address) ? said : address;
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

function bodyOf(
  page: PageText,
  address: string | undefined,
  given: ImageFields | undefined,
): { body: string; image: ImageFields | undefined } {
  const tree = readBodyHtml(page.body, address);
  const url = wholeAddress(page.image, address);
  const own = url ? { url, alt: '', caption: '', credit: '' } : undefined;
  const image = given ?? own;
  if (!image) return { body: writeHtml(tree), image };
  const lead = withoutLeadImage(tree, image);
  return { body: writeHtml(lead.body), image: lead.image };
}

function authorsOf({ byline }: PageText): { name: string }[] {
  return authorNames(byline)
    .filter((name) => name.length <= 200)
    .slice(0, 30)
    .map((name) => ({ name }));
}

function laterOf({ published, updated }: PageText): string | undefined {
  return published && updated && updated > published ? updated : undefined;
}
