import { expect, test } from '@jest/globals';
import type { Finding } from '#lib/model/finding.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { bodyWithPlaces } from '#lib/text/body-with-places.ts';

type Place = { rule?: string; kind?: Finding['where']['kind']; excerpt: string; index?: number };

function mark(html: string, places: Place[], hasAllPictures = true) {
  const findings = places.map(({ rule = 'text', kind = 'body', excerpt, index = 0 }, at) => ({
    number: at + 1,
    finding: {
      rule,
      severity: 'minor' as const,
      where: { kind, excerpt, index },
      message: '',
    },
  }));
  const given = { lang: 'en', findings, prefix: 'p', hasAllPictures };
  const { html: body, marks } = bodyWithPlaces(html as SafeHtml, given);
  const label = /<b lang="en" dir="ltr">Finding (\d+): (.*?)<\/b>/g;
  return { html: body.replaceAll(label, '[$1$2]'), marks: Object.fromEntries(marks) };
}

test.each([
  [
    'words in a line',
    '<p>A boat is here.</p>',
    'boat',
    '<p>A <mark id="p-1">[1]boat</mark> is here.</p>',
  ],
  [
    'a whole word before a part of one',
    '<p>There is here.</p>',
    'here',
    '<p>There is <mark id="p-1">[1]here</mark>.</p>',
  ],
  [
    'a part of a word, if there is nothing else',
    '<p>There.</p>',
    'here',
    '<p>T<mark id="p-1">[1]here</mark>.</p>',
  ],
  [
    'words that were cut',
    '<p>One two three</p>',
    'One two…',
    '<p><mark id="p-1">[1]One two</mark> three</p>',
  ],
  [
    'words over lines',
    '<p>One\n  two</p>',
    'One two',
    '<p><mark id="p-1">[1]One\n  two</mark></p>',
  ],
  [
    'words over elements',
    '<p>A <em>great</em> boat</p>',
    'great boat',
    '<p>A <em><mark id="p-1">[1]great</mark></em><mark> boat</mark></p>',
  ],
  [
    'words of a script without spaces',
    '<p>ភាសាខ្មែរ</p>',
    'ខ្មែរ',
    '<p>ភាសា<mark id="p-1">[1]ខ្មែរ</mark></p>',
  ],
])('marks %s', (_, html, excerpt, expected) => {
  expect(mark(html, [{ excerpt }])).toEqual({ html: expected, marks: { 1: 'p-1' } });
});

test('the same words twice are two places, and two findings about one place have one mark', () => {
  const twice = mark('<p>Here, here.</p><p>here</p>', [{ excerpt: 'here' }, { excerpt: 'here' }]);
  expect(twice.html).toBe(
    '<p>Here, <mark id="p-1">[1]here</mark>.</p><p><mark id="p-2">[2]here</mark></p>',
  );
  const both = mark('<p>LOUD WORDS</p>', [{ excerpt: 'LOUD WORDS' }, { excerpt: 'LOUD' }]);
  expect(both).toEqual({
    html: '<p><mark id="p-1">[1]LOUD WORDS</mark></p>',
    marks: { 1: 'p-1', 2: 'p-1' },
  });
});

test('a link is marked by its count, or else by its words', () => {
  const html = '<p>here <a href="/a">here</a> <a href="#n">note</a> <a href="/b">here</a></p>';
  const rule = 'link-text-vague';
  expect(mark(html, [{ rule, excerpt: 'here', index: 1 }]).html).toBe(
    '<p>here <a href="/a">here</a> <a>note</a> <a href="/b"><mark id="p-1">[1]here</mark></a></p>',
  );
  expect(mark(html, [{ rule, excerpt: 'here', index: 7 }]).html).toContain(
    '<a href="/a"><mark id="p-1">',
  );
  expect(mark(html, [{ rule, excerpt: 'there', index: 0 }]).marks).toEqual({});
});

test('a picture and a table get a line above the block that they stand in', () => {
  const media = '/media/abc-320.webp';
  const html = `<p>A</p><figure><img src="${media}" alt=""></figure><table><tbody><tr><td>1</td></tr></tbody></table>`;
  const places = [
    { rule: 'table-without-headers', excerpt: '1' },
    { rule: 'image-description-missing', excerpt: 'a.jpg' },
  ];
  const line = (number: number, what: string) =>
    `<p lang="en" dir="ltr"><mark id="p-${number}">[${number}${what}]</mark></p>`;
  expect(mark(html, places).html).toBe(
    html
      .replace('<figure>', `${line(2, 'the picture below')}<figure>`)
      .replace('<table>', `${line(1, 'the table below')}<table>`),
  );
  // Where one could not be had the count leads to another.
  expect(mark(html, places, false).marks).toEqual({ 1: 'p-1' });
});

test('what is not in the text is not marked, and ids of the text are taken out', () => {
  const { html, marks } = mark('<h2 id="reply">A</h2><p>B</p>', [
    { kind: 'headline', excerpt: 'A' },
    { excerpt: 'gone' },
    { excerpt: '' },
  ]);
  expect({ html, marks }).toEqual({ html: '<h2>A</h2><p>B</p>', marks: {} });
});
