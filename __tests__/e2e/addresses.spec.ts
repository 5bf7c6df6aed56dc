import { expect } from '@playwright/test';
import { z } from 'zod';
import { PAGE_KINDS } from './page-kinds.ts';
import { rawRequest } from './raw-request.ts';
import { test } from './test.ts';

/** What programs and proxies rely on, asked without a browser (CONTRACT.md, Addresses). */

const ARTICLE = '/en/articles/council-says-expulsions-answer-a-pattern';
const FOR_EVER = /^public, max-age=31536000, immutable$/;

test.describe('the way in', () => {
  for (const { name, accepted, edition } of [
    { name: 'Persian as Iran has it', accepted: 'fa-IR', edition: 'fa' },
    { name: 'Khmer before English', accepted: 'en;q=0.5, km;q=.9', edition: 'km' },
    { name: 'a second choice that there is', accepted: 'de, fr;q=0.9, fa;q=0.2', edition: 'fa' },
    { name: 'English as America has it', accepted: 'en-US,en;q=0.9,fa;q=0.8', edition: 'en' },
    { name: 'a language that is refused', accepted: 'fa;q=0, km;q=0.1', edition: 'km' },
    { name: 'no language that there is', accepted: 'de', edition: 'en' },
    { name: 'any language', accepted: '*', edition: 'en' },
    { name: 'nonsense', accepted: ';;q=x,,=', edition: 'en' },
    { name: 'nothing said', accepted: null, edition: 'en' },
  ]) {
    test(`leads a reader to their edition: ${name}`, async ({ newsroom }) => {
      const headers: Record<string, string> = accepted ? { 'accept-language': accepted } : {};
      const answer = await rawRequest(newsroom.url, '/', { headers });
      expect(answer.status).toBe(302);
      expect(answer.headers.location).toBe(`/${edition}`);
      expect(answer.headers.vary).toMatch(/(?:^|,)\s*accept-language\s*(?:,|$)/i);
    });
  }
});

test('two slashes lead to no other host', async ({ newsroom }) => {
  for (const path of [
    '//evil.example',
    '//evil.example/en',
    '/%5cevil.example',
    '/\\evil.example',
  ]) {
    const { status, headers } = await rawRequest(newsroom.url, path);
    expect([308, 404], path).toContain(status);
    const target = new URL(headers.location ?? '/', newsroom.url);
    expect(target.origin, path).toBe(newsroom.url);
  }
});

test.describe('POST /api/preferences', () => {
  for (const { name, form, before, says } of [
    { name: 'a size', form: { size: 'lg' }, before: '', says: { size: 'lg' } },
    { name: 'a theme', form: { theme: 'sepia' }, before: '', says: { theme: 'sepia' } },
    {
      name: 'a size beside the theme of before',
      form: { size: 'xs' },
      before: 'size=lg&theme=dark',
      says: { size: 'xs', theme: 'dark' },
    },
    {
      name: 'a size beside a cookie that was percent-encoded on the way',
      form: { size: 'xs' },
      before: 'size%3Dlg%26theme%3Ddark',
      says: { size: 'xs', theme: 'dark' },
    },
    {
      name: 'values that are not known',
      form: { size: 'huge', theme: 'plaid' },
      before: 'size=lg&theme=dark',
      says: { size: 'lg', theme: 'dark' },
    },
    {
      name: 'a field that is not known',
      form: { admin: '1', __proto: 'x' },
      before: 'size=sm',
      says: { size: 'sm', admin: null },
    },
    { name: 'a broken cookie', form: { size: 'lg' }, before: '%E0%A4', says: { size: 'lg' } },
  ]) {
    test(`takes ${name}`, async ({ request }) => {
      const answer = await request.post('/api/preferences', {
        form: { ...form, return: '/fa/settings' },
        headers: before ? { cookie: `lede-preferences=${before}` } : {},
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toBe('/fa/settings');
      const [pair = '', ...attributes] = (answer.headers()['set-cookie'] ?? '').split('; ');
      expect(pair).toMatch(/^lede-preferences=/);
      const value = pair.slice('lede-preferences='.length);
      const fields = new URLSearchParams(value.includes('=') ? value : decodeURIComponent(value));
      for (const [field, expected] of Object.entries(says)) {
        expect(fields.get(field), field).toBe(expected);
      }
      // Scripts read it before the first paint, so it is not HttpOnly.
      expect(attributes.toSorted()).toEqual(['Max-Age=31536000', 'Path=/', 'SameSite=Lax']);
    });
  }

  test('marks the cookie as Secure where readers come by https', async ({ request }) => {
    const answer = await request.post('/api/preferences', {
      form: { size: 'lg' },
      headers: { 'x-forwarded-proto': 'https' },
      maxRedirects: 0,
    });
    expect(answer.headers()['set-cookie']).toMatch(/; Secure(?:;|$)/);
  });
});

test.describe('/preferences.css', () => {
  test('reads the cookie, and no cache may hand it on', async ({ request }) => {
    const ask = (cookie: string) => request.get('/preferences.css', { headers: { cookie } });
    const large = await ask('lede-preferences=size=lg&theme=dark');
    expect(large.headers()['content-type']).toMatch(/^text\/css/);
    expect(large.headers()['cache-control']).toMatch(/private/);
    expect(large.headers().vary).toMatch(/cookie/i);
    const plain = await (await ask('other=1')).text();
    const css = await large.text();
    expect(css).not.toBe(plain);
    expect(css).toMatch(/lg/);
    expect(css).toMatch(/dark/);
    expect(await (await ask('lede-preferences=size%3Dlg%26theme%3Ddark')).text()).toBe(css);
    for (const broken of ['%E0%A4', 'size=lg}body{display:none', '']) {
      const answer = await ask(`lede-preferences=${broken}`);
      expect(answer.status()).toBe(200);
      expect(await answer.text(), broken).toBe(plain);
    }
  });
});

test('/schemas/article.json is a JSON Schema that tells stories from others', async ({
  request,
}) => {
  const answer = await request.get('/schemas/article.json');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toMatch(/json/);
  const schema = await answer.json();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  const fields =
    'sourceId lang slug headline standfirst section topics dateline authors agencies published ' +
    'updated embargoedUntil image body bodyMarkdown corrections';
  expect(Object.keys(schema.properties).toSorted()).toEqual(fields.split(' ').toSorted());
  expect(schema.required.toSorted()).toEqual(
    ['sourceId', 'lang', 'headline', 'section', 'published'].toSorted(),
  );

  const story = {
    sourceId: 'desk/1',
    lang: 'en',
    headline: 'Ferries return',
    section: 'Region',
    published: '2026-10-07T06:30:00Z',
    body: '<p>At dawn.</p>',
    authors: [{ name: 'Ada Quill' }],
  };
  const reads = (candidate: object) => z.fromJSONSchema(schema).safeParse(candidate).success;
  expect(reads(story)).toBe(true);
  expect(reads({ ...story, headline: undefined })).toBe(false);
  expect(reads({ ...story, published: 'yesterday' })).toBe(false);
  expect(reads({ ...story, authors: [{ description: 'Nobody' }] })).toBe(false);
});

test.describe('pages', () => {
  for (const { kind, path, status } of PAGE_KINDS) {
    test(`HEAD and 304: ${kind}`, async ({ newsroom }) => {
      const page = encodeURI(path('fa'));
      const whole = await rawRequest(newsroom.url, page);
      expect(whole.status).toBe(status);
      expect(whole.body.length).toBeGreaterThan(5000);
      expect(whole.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(whole.headers['cache-control']).toBe('public, max-age=0, must-revalidate');

      const head = await rawRequest(newsroom.url, page, { method: 'HEAD' });
      expect(head.status).toBe(status);
      expect(head.body.length).toBe(0);
      for (const name of ['content-type', 'content-security-policy', 'etag'] as const) {
        expect(head.headers[name], name).toBe(whole.headers[name]);
      }

      // Only what is found can be unchanged: RFC 9110, 13.2.1.
      const headers = { 'if-none-match': whole.headers.etag ?? 'none' };
      const again = await rawRequest(newsroom.url, page, { headers });
      expect(again.status, 'asked whether it has changed').toBe(status === 200 ? 304 : status);
    });
  }

  for (const encoding of ['br', 'gzip']) {
    test(`go out packed with ${encoding}`, async ({ newsroom }) => {
      const headers = { 'accept-encoding': encoding };
      const answer = await rawRequest(newsroom.url, ARTICLE, { headers });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
      expect(answer.body.length).toBeLessThan(30_000);
    });
  }
});

test.describe('files', () => {
  test('pictures keep for ever, in both formats', async ({ request }) => {
    const html = await (await request.get(ARTICLE)).text();
    for (const [type, end] of [
      ['image/avif', 'avif'],
      ['image/webp', 'webp'],
    ]) {
      const address = new RegExp(`/media/[^" ,]+\\.${end}`).exec(html)?.[0] ?? '';
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(200);
      expect(answer.headers()['content-type']).toBe(type);
      expect(answer.headers()['cache-control']).toMatch(FOR_EVER);
      const again = await request.get(address, {
        headers: { 'if-none-match': answer.headers().etag ?? '' },
      });
      expect(again.status()).toBe(304);
    }
  });

  test('scripts, style and faces keep for ever and come packed', async ({ newsroom }) => {
    const page = await rawRequest(newsroom.url, ARTICLE);
    const html = page.body.toString();
    const files = [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g))];
    for (const end of ['.js', '.css']) expect(files.some((file) => file.endsWith(end))).toBe(true);
    for (const file of files) {
      for (const encoding of ['br', 'gzip']) {
        const { status, headers } = await rawRequest(newsroom.url, file, {
          headers: { 'accept-encoding': encoding },
        });
        expect(status, file).toBe(200);
        expect(headers['cache-control'], file).toMatch(FOR_EVER);
        // A face is packed already.
        if (file.endsWith('.woff2')) continue;
        expect(headers['content-encoding'], file).toBe(encoding);
        expect(headers.vary, file).toMatch(/accept-encoding/i);
      }
    }
  });

  for (const path of [
    '/media/none',
    '/media/none.avif',
    '/media/',
    '/media/../lede.db',
    '/media/..%2flede.db',
    '/media/%2e%2e/lede.db',
    '/media/%2e%2e%2flede.db',
    '/media/..\\lede.db',
    '/media/%5c..%5clede.db',
    '/media/....//lede.db',
    '/media/%00',
    '/media/%E0%A4%A',
    '/_next/static/../BUILD_ID',
    '/_next/static/%2e%2e/BUILD_ID',
    '/_next/static/..%2f..%2fpackage.json',
  ]) {
    test(`nothing is at ${path}`, async ({ newsroom }) => {
      const { status, body } = await rawRequest(newsroom.url, path);
      expect([400, 404]).toContain(status);
      expect(body.toString()).not.toMatch(/SQLite format|"name": "lede"/);
    });
  }
});
