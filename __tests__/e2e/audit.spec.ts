import { expect, test } from '@playwright/test';
import { audit } from './audit.ts';

/** The audit itself, on pages with one barrier each: an audit that finds nothing must have been
 *  able to find something. */

const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><title>A page</title><style>${style}</style></head>
  <body><main><h1>A page</h1>${body}</main></body></html>`;

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const BARRIERS: { name: string; html: string; says: RegExp }[] = [
  { name: 'a picture without a description', html: page(`<img src="${DOT}">`), says: /image-alt/ },
  {
    name: 'text at 6:1, enough for AA but not for AAA',
    html: page('<p style="color:#606060">Grey</p>'),
    says: /color-contrast-enhanced/,
  },
  {
    name: 'text on a gradient, which axe leaves undecided',
    html: page('<p style="background:linear-gradient(#fff,#ccc)">Text</p>'),
    says: /Contrast: .* stands on a background picture/,
  },
  {
    name: 'text over a picture, which axe leaves undecided',
    html: page(
      `<div style="position:relative"><img src="${DOT}" alt="" width="300" height="100"><p class="over">Text</p></div>`,
      '.over{position:absolute;top:20px;left:20px;margin:0}',
    ),
    says: /Contrast: .* stands over a picture/,
  },
  {
    name: 'a field without a label',
    html: page('<input type="text">'),
    says: /label/,
  },
  {
    name: 'a heading that skips a level',
    html: page('<h3>Third</h3>'),
    says: /heading-order/,
  },
  {
    name: 'two links of one name that lead to two places, a matter of AAA alone',
    html: page('<a href="https://a.example/">More</a> <a href="https://b.example/">More</a>'),
    says: /identical-links-same-purpose/,
  },
  {
    name: 'controls too small and too close',
    html: page('<button>a</button><button>b</button>', 'button{font-size:8px;padding:0;border:0}'),
    says: /target-size/,
  },
  {
    name: 'text outside of every landmark, a matter of best practice',
    html: page('</main><p>Left out</p>'),
    says: /region/,
  },
];

for (const { name, html, says } of BARRIERS) {
  test(`the audit sees ${name}`, async ({ page: tab }) => {
    await tab.setContent(html);
    expect(await audit(tab)).toContainEqual(expect.stringMatching(says));
  });
}

test('the audit finds nothing where nothing is', async ({ page: tab }) => {
  await tab.setContent(page('<p>Plain text and <a href="/a">a link</a>.</p>'));
  expect(await audit(tab)).toEqual([]);
});
