import { isRecord } from '../front-matter.ts';

/** What the head of a page says of its story, as it says it; empty where it says nothing. */
export type PageFacts = {
  title: string;
  byline: string;
  lang: string;
  published: string;
  updated: string;
  image: string;
  canonical: string;
};

/** JSON-LD's types of a story (https://schema.org/Article). */
const ARTICLE = /(?:Article|Posting|Report)$/;

/** Reads JSON-LD, Open Graph and links: what newsrooms write for search engines and for sharing. */
export function pageFacts(document: Document): PageFacts {
  const ld = jsonLdOf(document);
  const meta = (...names: string[]) =>
    names.map((name) => contentOf(document, name)).find((content) => content !== '') ?? '';
  return {
    title: textOf(ld?.headline) || meta('og:title'),
    byline: namesOf(ld?.author) || meta('author', 'article:author'),
    lang:
      document.documentElement?.getAttribute('lang')?.trim() ||
      textOf(ld?.inLanguage) ||
      meta('og:locale'),
    published: textOf(ld?.datePublished) || meta('article:published_time', 'dc.date', 'date'),
    updated: textOf(ld?.dateModified) || meta('article:modified_time'),
    image: meta('og:image', 'og:image:url', 'twitter:image') || imageOf(ld?.image),
    canonical:
      document.querySelector('link[rel~="canonical"]')?.getAttribute('href')?.trim() ||
      meta('og:url') ||
      textOf(ld?.mainEntityOfPage),
  };
}

function contentOf(document: Document, name: string): string {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
  return element?.getAttribute('content')?.trim() ?? '';
}

/** The first story among what a page tells of itself: alone, in a list, or in a graph. */
function jsonLdOf(document: Document): Record<string, unknown> | undefined {
  const told = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => parsed(script.textContent ?? ''),
  );
  const things = told.flatMap((thing) =>
    isRecord(thing) && Array.isArray(thing['@graph']) ? [thing, ...thing['@graph']] : [thing],
  );
  return things
    .filter(isRecord)
    .find((thing) => [thing['@type']].flat().some((type) => ARTICLE.test(String(type))));
}

function parsed(json: string): unknown[] {
  try {
    return [JSON.parse(json)].flat();
  } catch {
    return [];
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return isRecord(value) && typeof value['@id'] === 'string' ? value['@id'].trim() : '';
}

function namesOf(value: unknown): string {
  const names = [value].flat().map((author) => textOf(isRecord(author) ? author.name : author));
  return names.filter((name) => name !== '').join(', ');
}

function imageOf(value: unknown): string {
  const [first] = [value].flat();
  return isRecord(first) ? textOf(first.url) : textOf(first);
}
