import type { Article } from '#lib/model/article.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';

/** A small, whole story for tests of the store; say what should be otherwise. */
export function sampleArticle(changes: Partial<Article> = {}): Article {
  const slug = changes.slug ?? 'night-ferries';
  return {
    sourceId: `test/${changes.lang ?? 'en'}/${slug}`,
    lang: 'en',
    slug,
    headline: 'Night ferries return',
    standfirst: 'Two boats, four nights a week.',
    section: { slug: 'region', name: 'Region' },
    topics: [{ slug: 'transport', name: 'Transport' }],
    dateline: 'PORT MAREN',
    authors: [
      { slug: 'ifeoma-bascombe', name: 'Ifeoma Bascombe', description: 'Reports.', image: null },
    ],
    agencies: [],
    published: '2026-10-07T06:30:00.000Z',
    updated: null,
    embargoedUntil: null,
    image: null,
    body: '<p>The first night ferry left on Thursday.</p>' as SafeHtml,
    corrections: [],
    ...changes,
  };
}

/** How a story arrived: by default whole, and different each time it is different. */
export function arrivalOf(article: Article) {
  return { contentHash: JSON.stringify(article), wantsPictures: false };
}
