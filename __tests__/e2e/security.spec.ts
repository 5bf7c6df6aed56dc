import { expect } from '@playwright/test';
import { EDITIONS } from './editions.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { test } from './test.ts';

/** Other answers that a browser may be led to. */
const OTHER_ADDRESSES = [
  { name: 'an edition that does not exist', path: '/xx', status: 404 },
  { name: 'an address with an odd ending', path: '/en/articles/a%20b%22%3E', status: 404 },
  { name: 'a file that does not exist', path: '/no-such-file.js', status: 404 },
  { name: 'a picture that does not exist', path: '/media/no-such-picture.avif', status: 404 },
];

const HEADERS: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^strict-origin-when-cross-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/,
};

for (const { kind, path, status } of PAGE_KINDS) {
  test(`no script but ours can run on the page: ${kind}`, async ({ page }) => {
    for (const edition of EDITIONS) {
      const response = await page.goto(path(edition));
      expect(response?.status()).toBe(status);
      const headers = (await response?.allHeaders()) ?? {};
      expect(directives(headers['content-security-policy'])).toMatchObject({
        'default-src': "'none'",
        'script-src': expect.stringMatching(/^'self'(?: 'sha256-[\w+/]{43}=')+$/),
        'style-src': "'self'",
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
      });
      for (const [name, value] of Object.entries(HEADERS)) expect(headers[name]).toMatch(value);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });
}

for (const { name, path, status } of OTHER_ADDRESSES) {
  test(`safe headers go out with ${name}`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(status);
    const headers = response.headers();
    for (const [header, value] of Object.entries(HEADERS)) expect(headers[header]).toMatch(value);
    if (headers['content-type']?.startsWith('text/html')) {
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
}

test('an inline script that is not ours does not run', async ({ browser, newsroom }) => {
  // A reader of its own, since being blocked is an error that would fail a watched one.
  const page = await browser.newPage({ baseURL: newsroom.url });
  await page.route('**/en', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      '</body>',
      '<script>window.evil=1</script></body>',
    );
    await route.fulfill({ response, body: html });
  });
  const blocked = page.waitForEvent('console', (message) =>
    /Content Security/.test(message.text()),
  );
  await page.goto('/en');
  await blocked;
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
  await page.close();
});

function directives(policy = ''): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
}
