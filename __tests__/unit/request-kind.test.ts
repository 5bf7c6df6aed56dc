import { expect, test } from '@jest/globals';
import { requestKind } from '#lib/health/request-kind.ts';

test.each([
  ['/', 'page'],
  ['/en', 'page'],
  ['/en/articles/live?x=/api/live', 'page'],
  ['/en/rss.xml', 'page'],
  ['/api/live?lang=en', 'live'],
  ['/api/live-blog', 'api'],
  ['/api/articles/1', 'api'],
  ['/apiary', 'page'],
  ['/media/a.avif', 'media'],
  ['/_next/static/a.js', 'asset'],
  ['/failure.css', 'asset'],
  ['/desk', 'desk'],
  ['/desk/alerts', 'desk'],
  ['/desktop', 'page'],
  ['/healthz', 'health'],
  ['/metrics?x', 'health'],
  ['/metrics/x', 'page'],
])('%s is a request for: %s', (url, kind) => {
  expect(requestKind(url)).toBe(kind);
});
