import { expect, test } from '@jest/globals';
import { parseMarkdown } from '#lib/text/markdown.ts';
import { finishHtml, sanitiseTree } from '#lib/text/sanitise.ts';

const html = (markdown: string, lang = 'en') =>
  finishHtml(sanitiseTree(parseMarkdown(markdown, lang), lang), lang)
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  ['an en dash', 'a -- b', '<p>a – b</p>'],
  ['an em dash', 'for-profit---although', '<p>for-profit—although</p>'],
  ['no dash in code', '`a -- b`', '<p><code>a -- b</code></p>'],
  [
    'no dash in an address',
    '<https://x.example/lang--en>',
    '<p><a href="https://x.example/lang--en">https://x.example/lang--en</a></p>',
  ],
  ['a dash in embedded HTML', '<p>a -- b</p>', '<p>a – b</p>'],
  ['a rule as it is', 'a\n\n----\n\nb', '<p>a</p><hr><p>b</p>'],
])('prints %s', (_, markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});

test.each([
  ['before a paragraph', '{:.pullquote}\n“a”', '<p class="pullquote">“a”</p>'],
  ['with names that are not ours', '{:.pullquote.hide #x}\na', '<p class="pullquote">a</p>'],
  ['in the last line of a paragraph', 'a\n{:.pullquote}', '<p class="pullquote">a</p>'],
  [
    'on a block of its own',
    '{:.pullquote}\n\n> a',
    '<blockquote class="pullquote"> <p>a</p> </blockquote>',
  ],
  [
    'that names a target',
    '{:#more}\n### A\n\n[b](#more)',
    '<h2 id="note-more">A</h2><p><a href="#note-more">b</a></p>',
  ],
  ['that gives a language', '{: lang="fr"}\nbonjour', '<p lang="fr">bonjour</p>'],
  ['behind a link', '[a](/x){:.button target="_blank"} b', '<p><a href="/x">a</a> b</p>'],
  ['in a heading', '### [A](#a){:.scroll} ###', '<h2>A</h2>'],
  ['in code', '`{:.pullquote}`', '<p><code>{:.pullquote}</code></p>'],
  ['as an extension', 'a {::comment}b{:/}', '<p>a b</p>'],
])('applies or removes an attribute list %s', (_, markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});

test('footnotes lead there and back, under words of the story’s language', () => {
  const note = html('a[^1]\n\n[^1]: b', 'fa');
  expect(note).toContain('<a id="note-fnref-1" href="#note-fn-1">1</a>');
  expect(note).toContain('<h2>یادداشت‌ها</h2>');
  expect(note).toContain('<li id="note-fn-1">');
  expect(note).toContain('<a href="#note-fnref-1">بازگشت به متن</a>');
});
