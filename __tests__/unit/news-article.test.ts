import { expect, test } from '@jest/globals';
import { writeJsonLd } from '#lib/text/json-ld.ts';
import { newsArticle } from '#lib/text/news-article.ts';
import { frame, story } from '../components/sample.ts';

test('says in schema.org’s terms what the page says', () => {
  expect(newsArticle(story, frame)).toMatchObject({
    '@type': 'NewsArticle',
    url: 'http://localhost:3000/en/articles/council',
    headline: story.headline,
    datePublished: '2026-10-07T14:05:00.000Z',
    dateModified: '2026-10-07T15:20:00.000Z',
    inLanguage: 'en',
    dateline: 'PORT MAREN',
    author: [
      { name: 'Mira Solheim', url: 'http://localhost:3000/en/authors/mira-solheim' },
      { name: 'Wire Desk' },
    ],
    image: { url: 'http://localhost:3000/media/abc123-960.webp', creditText: 'J. Castellane' },
    isBasedOn: [
      { provider: { name: 'Harbour Wire' } },
      { provider: { name: 'Calder Press Service' } },
    ],
    correction: [
      {
        '@type': 'CorrectionComment',
        datePublished: '2026-10-07T16:00:00.000Z',
        text: 'An earlier version misnamed the pier.',
      },
    ],
  });
});

test('leaves out what a story does not have', () => {
  const bare = { ...story, standfirst: '', dateline: '', image: null, topics: [], agencies: [] };
  const data = newsArticle({ ...bare, updated: null, corrections: [] }, frame);
  for (const name of ['description', 'dateline', 'image', 'keywords', 'isBasedOn', 'correction']) {
    expect(data).not.toHaveProperty(name);
  }
  expect(data.dateModified).toBe(story.published);
});

test('lets no text end the script it stands in', () => {
  const text = writeJsonLd({ headline: '</script><script>alert(1)</script><!--' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ headline: '</script><script>alert(1)</script><!--' });
});
