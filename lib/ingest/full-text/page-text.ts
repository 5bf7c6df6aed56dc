import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { inOneLine } from '#lib/text/excerpt.ts';
import { feedInstant } from '../feeds/dates.ts';
import { pageFacts } from './page-facts.ts';

/** No story needs more; what has more wants to keep us busy. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 200;

/** Fewer letters are no text of a story, but what stands around one. */
const SHORTEST = 140;

const pageTextSchema = z.object({
  title: z.string(),
  byline: z.string(),
  lang: z.string(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  /** Address of the picture over the story. */
  image: z.string(),
  /** Where the page says that it stands, as it says it. */
  canonical: z.string(),
  /** HTML, with addresses as the page has them. */
  body: z.string(),
  /** Letters in it. */
  length: z.number(),
});

/** The story of a web page. Fields that the page doesn't fill are empty. */
export type PageText = z.infer<typeof pageTextSchema>;

/** Reads what was kept as JSON. Null if an earlier Lede kept something else. */
export function parsePageText(kept: unknown): PageText | null {
  return pageTextSchema.safeParse(kept).data ?? null;
}

/** Finds the story in a web page, as reader views do, without running anything of it. Null if there
 *  is none, or if the page is made to be hard to read. */
export function pageTextOf(html: string): PageText | null {
  if (!isModest(html)) return null;
  const { document } = parseHTML(html);
  const facts = pageFacts(document);
  const story = new Readability(document, {
    maxElemsToParse: MOST_ELEMENTS,
    charThreshold: SHORTEST,
    keepClasses: false,
  }).parse();
  const length = story?.length ?? 0;
  if (!story?.content || length < SHORTEST) return null;
  return {
    title: inOneLine(facts.title || (story.title ?? '')),
    byline: inOneLine(bylineOf(facts.byline, story.byline)),
    lang: facts.lang,
    published: feedInstant(facts.published || (story.publishedTime ?? '')),
    updated: feedInstant(facts.updated),
    image: facts.image,
    canonical: facts.canonical,
    body: story.content,
    length,
  };
}

/** Some give the address of a profile for a name. */
function bylineOf(told: string, found: string | null | undefined): string {
  return told && !/^https?:/.test(told) ? told : (found ?? '');
}

/** Counts before a tree is built: a page of a megabyte may ask for a million elements. */
function isModest(html: string): boolean {
  let count = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag() {
      count += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let at = 0; at < html.length; at += 65_536) {
    parser.write(html.slice(at, at + 65_536));
    if (count > MOST_ELEMENTS || deepest > DEEPEST) return false;
  }
  return true;
}
