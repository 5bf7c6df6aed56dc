import { expect, test } from '@jest/globals';
import { parseHtml, writeHtml } from '#lib/text/html-tree.ts';
import { sanitiseTree } from '#lib/text/sanitise.ts';

const repaired = (html: string, lang = 'en') =>
  writeHtml(sanitiseTree(parseHtml(html), lang))
    .replace(/\s+/g, ' ')
    .trim();

const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;

test.each([
  [
    'a first row in bold',
    `<table><tbody>${row('<td><b>a</b></td>', '<td><p><strong>b</strong></p></td>')}${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
    `<table><tbody>${row('<th><b>a</b></th>', '<th><p><strong>b</strong></p></th>')}${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
  ],
  [
    'data cells in a head, but not an empty corner',
    `<table><thead>${row('<td></td>', '<td>b</td>')}</thead><tbody>${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
    `<table><thead>${row('<td></td>', '<th>b</th>')}</thead><tbody>${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
  ],
  [
    'one bold cell of two: it stays',
    `<table><tbody>${row('<td><b>a</b></td>', '<td>b</td>')}${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
    `<table><tbody>${row('<td><b>a</b></td>', '<td>b</td>')}${row('<td>1</td>', '<td>2</td>')}</tbody></table>`,
  ],
  [
    'a bold row with nothing under it: it stays',
    `<table><tbody>${row('<td><b>a</b></td>', '<td><b>b</b></td>')}</tbody></table>`,
    `<table><tbody>${row('<td><b>a</b></td>', '<td><b>b</b></td>')}</tbody></table>`,
  ],
  [
    'a table of one cell',
    `<table><tbody>${row('<td><p>a</p><p>b</p></td>')}</tbody></table>`,
    '<p>a</p><p>b</p>',
  ],
  [
    'a table of one column, bare words',
    `<table><tbody>${row('<td>a</td>')}${row('<td>b</td>')}</tbody></table>`,
    '<p>a</p><p>b</p>',
  ],
  [
    'one column with a header: it stays',
    `<table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
    `<table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
  ],
  [
    'a line above that says that it is the caption',
    `<p>Table 2: Landings, <em>by port</em></p>\n<table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
    `<table><caption>Table 2: Landings, <em>by port</em></caption><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
  ],
  [
    'the same in Khmer, in a box',
    `<div><p>តារាង ២ កំពង់ផែ</p></div><div><p>តារាង ២៖ កំពង់ផែ</p><table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table></div>`,
    `<p>តារាង ២ កំពង់ផែ</p><table><caption>តារាង ២៖ កំពង់ផែ</caption><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
  ],
  [
    'a line that only speaks of a table: it stays',
    `<p>Table 2 shows the landings.</p><table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
    `<p>Table 2 shows the landings.</p><table><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
  ],
  [
    'a table that has a caption: it stays',
    `<p>Table 2: Landings</p><table><caption>c</caption><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
    `<p>Table 2: Landings</p><table><caption>c</caption><tbody>${row('<th>a</th>')}${row('<td>b</td>')}</tbody></table>`,
  ],
])('tables: %s', (_, html, expected) => {
  expect(repaired(html)).toBe(expected);
});

test.each([
  ['XML’s language', '<p xml:lang="fr">a</p>', '<p lang="fr">a</p>'],
  ['an underscore and a wrong case', '<p lang="PT_br">a</p>', '<p lang="pt-BR">a</p>'],
  ['the language of the story again', '<p lang="en">a</p>', '<p>a</p>'],
  [
    'that of the text around again',
    '<blockquote lang="fr"><p lang="fr">a</p></blockquote>',
    '<blockquote lang="fr"><p>a</p></blockquote>',
  ],
  [
    'the story’s inside another',
    '<blockquote lang="fr"><p lang="en">a</p></blockquote>',
    '<blockquote lang="fr"><p lang="en">a</p></blockquote>',
  ],
  ['what is no language', '<p lang="english">a</p>', '<p>a</p>'],
  ['Word’s “x-none”', '<p lang="x-none">a</p>', '<p>a</p>'],
  ['an undetermined one', '<p lang="und">a</p>', '<p>a</p>'],
  ['the other direction', '<p lang="ar">a</p>', '<p lang="ar" dir="rtl">a</p>'],
  ['a direction that is given', '<p lang="ar" dir="auto">a</p>', '<p lang="ar" dir="auto">a</p>'],
])('languages: %s', (_, html, expected) => {
  expect(repaired(html)).toBe(expected);
});

test('English in a Persian story reads to the right', () => {
  expect(repaired('<p>a <span lang="en-GB">b</span></p>', 'fa')).toBe(
    '<p>a <span lang="en-GB" dir="ltr">b</span></p>',
  );
});

test.each([
  [
    'WordPress’s emoji',
    '<p>a <img class="wp-smiley" alt="🙂" src="https://s.w.org/x.png"></p>',
    '<p>a 🙂</p>',
  ],
  [
    'an emoji by its address',
    '<p>a <img alt="🎉" src="https://s.w.org/images/core/emoji/2/svg/1.svg"></p>',
    '<p>a 🎉</p>',
  ],
  ['a pixel', '<p>a<img src="https://x.example/c" width="1" height="1"></p>', '<p>a</p>'],
  ['a spacer', '<p>a<img src="https://x.example/spacer.gif" alt="x"></p>', '<p>a</p>'],
  [
    'a picture that waits',
    '<img src="data:image/gif;base64,R0" data-src="https://x.example/b.jpg" alt="B">',
    '<p><img src="https://x.example/b.jpg" alt="B"></p>',
  ],
  [
    'AMP’s picture',
    '<amp-img src="https://x.example/b.jpg" alt="B"></amp-img>',
    '<p><img src="https://x.example/b.jpg" alt="B"></p>',
  ],
  [
    'a hidden picture',
    '<img src="https://x.example/b.jpg" alt="B" aria-hidden="true">',
    '<p><img src="https://x.example/b.jpg" alt=""></p>',
  ],
  [
    'a picture as it should be',
    '<img src="https://x.example/b.jpg" alt="B">',
    '<p><img src="https://x.example/b.jpg" alt="B"></p>',
  ],
])('pictures: %s', (_, html, expected) => {
  expect(repaired(html)).toBe(expected);
});
