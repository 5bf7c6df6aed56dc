import { expect, test } from '@jest/globals';
import { parseHtml, writeHtml } from '#lib/text/html-tree.ts';
import { finishHtml, sanitise, sanitiseTree } from '#lib/text/sanitise.ts';
import { dangersIn } from './html-audit.ts';

/** A space more or less between elements is no difference. */
const clean = (html: string) => sanitise(html, 'en').replace(/\s+/g, ' ').trim();

test.each([
  ['a script', '<p>a</p><script>x()</script>', '<p>a</p>'],
  ['a style sheet', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
  ['an event handler', '<p onclick="x()">a</p>', '<p>a</p>'],
  ['a drawing with a script', '<svg><script>x()</script><text>t</text></svg><p>a</p>', '<p>a</p>'],
  ['a frame that runs code', '<iframe src="javascript:x()">f</iframe><p>a</p>', '<p>a</p>'],
  [
    'a frame that holds its page',
    '<iframe srcdoc="<script>x()</script>"></iframe><p>a</p>',
    '<p>a</p>',
  ],
  ['a form', '<form><input name=q><button>go</button></form><p>a</p>', '<p>a</p>'],
  ['a comment', '<p>a<!-- b --></p>', '<p>a</p>'],
  [
    'what a browser with scripts does not show',
    '<noscript><p>n</p></noscript><p>a</p>',
    '<p>a</p>',
  ],
  ['a picture that is not ours', '<p>a<img src="https://x.example/t.gif"></p>', '<p>a</p>'],
  ['a class', '<p class="pullquote big">a</p>', '<p class="pullquote">a</p>'],
  ['a second id', '<p id="a">a</p><h2 id="a">b</h2>', '<p>a</p><h2>b</h2>'],
  ['a language that is none', '<p lang="x y">a</p>', '<p>a</p>'],
])('takes away %s', (_, html, expected) => {
  expect(clean(html)).toBe(expected);
});

test.each([
  ['text in two scripts', '<p lang="fa" dir="rtl">سلام <bdi>a</bdi></p>'],
  [
    'times and abbreviations',
    '<p><time datetime="2026-10-07">x</time> <abbr title="y">z</abbr></p>',
  ],
  [
    'quotations',
    '<blockquote cite="https://x.example/"><p>a <q>b</q> <cite>c</cite></p></blockquote>',
  ],
  ['numbered lists', '<ol start="3"><li value="5">a</li></ol>'],
  ['terms', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['code', '<pre><code>a &#x3C; b</code></pre><p><kbd>x</kbd></p>'],
])('leaves %s', (_, html) => {
  expect(clean(html)).toBe(html);
});

test.each([
  ['a web page', 'https://x.example/a?b=c#d', 'https://x.example/a?b=c#d'],
  ['a mail address', 'mailto:desk@x.example', 'mailto:desk@x.example'],
  ['a path of this site', '/en/articles/x', '/en/articles/x'],
  ['an address with a line end inside', 'https://x.example/a\nb', 'https://x.example/ab'],
  ['an address without its protocol', '//x.example/a', 'https://x.example/a'],
  ['code', 'javascript:x()', null],
  ['code behind a control character', '\u0001javascript:x()', null],
  ['code with a line end inside', 'java\nscript:x()', null],
  ['code in capitals', 'JaVaScRiPt:x()', null],
  ['data', 'data:text/html,<script>x()</script>', null],
  ['a file', 'file:///etc/passwd', null],
  ['a name that poses as another host', 'https://bank.example@x.example/', null],
  ['a backslash that browsers read as a slash', '/\\x.example', null],
  ['a page beside this one', 'other.html', null],
  ['nothing', '', null],
])('a link to %s', (_, href, expected) => {
  const link = `<a href="${href.replace(/</g, '&lt;')}">a</a>`;
  expect(clean(`<p>${link}</p>`)).toBe(
    expected ? `<p><a href="${expected}">a</a></p>` : '<p>a</p>',
  );
});

test('a link within the story leads where it did, under a name that the page can’t have', () => {
  expect(clean('<p><a href="#main">1</a><a href="#gone">2</a></p><p id="main">note</p>')).toBe(
    '<p><a href="#note-main">1</a>2</p><p id="note-main">note</p>',
  );
});

test('of two elements with one id the first is the target', () => {
  expect(clean('<p><a href="#a">1</a></p><p id="a">b</p><p id="a">c</p>')).toBe(
    '<p><a href="#note-a">1</a></p><p id="note-a">b</p><p>c</p>',
  );
});

test.each([
  ['begin at h2', '<h4>a</h4>', 'h2'],
  ['never skip', '<h2>a</h2><h5>b</h5><h3>c</h3><h6>d</h6>', 'h2 h3 h3 h4'],
  [
    'keep their order of depth',
    '<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h1>e</h1>',
    'h2 h3 h4 h3 h2',
  ],
  ['are not empty', '<h2> &nbsp;</h2><h3>a</h3>', 'h2'],
])('headings %s', (_, html, levels) => {
  expect([...clean(html).matchAll(/<(h\d)/g)].map(([, level]) => level).join(' ')).toBe(levels);
});

test.each([
  ['a paragraph', '<p>\u200b</p><p>a</p>', '<p>a</p>'],
  ['a link', '<p>a<a href="/x"> </a></p>', '<p>a </p>'],
  ['a list', '<ul><li></li></ul><p>a</p>', '<p>a</p>'],
  ['a table', '<table><tr><td></td></tr></table><p>a</p>', '<p>a</p>'],
])('removes %s without content', (_, html, expected) => {
  expect(clean(html)).toBe(expected);
});

test.each([
  ['boxes', '<div>a</div><div>b <em>c</em></div>', '<p>a</p><p>b <em>c</em></p>'],
  ['boxes in boxes', '<section>a<div><p>b</p>c</div></section>', '<p>a</p><p>b</p><p>c</p>'],
  ['an element that nobody knows', '<x-box>a<p>b</p></x-box>c', '<p>a</p><p>b</p><p>c</p>'],
  ['bare text', 'a <b>b</b><p>c</p>d', '<p>a <b>b</b></p><p>c</p><p>d</p>'],
  ['list items without a list', '<li>a</li><li>b</li>', '<p>a</p><p>b</p>'],
  ['a box in a link', '<a href="/x"><div>a</div></a>', '<p><a href="/x"> a </a></p>'],
])('makes paragraphs of %s', (_, html, expected) => {
  expect(clean(html)).toBe(expected);
});

const frame = (name: string) =>
  `class="table-scroll" role="region" aria-label="${name}" tabindex="0"`;

test('a table scrolls in a frame that keyboards reach and that has a name', () => {
  const table = '<table><tr><th>a</th></tr><tr><th>b</th><td>1</td></tr></table>';
  expect(clean(table)).toContain(frame('Table'));
  expect(clean(`<h2>Prices <em>now</em></h2>${table}`)).toContain(frame('Prices now'));
  const named = table.replace('<tr>', '<caption>Wheat</caption><tr>');
  expect(clean(`<h2>Prices</h2>${named}`)).toContain(frame('Wheat'));
  expect(clean(table)).toContain('<th scope="col">a</th>');
  expect(clean(table)).toContain('<th scope="row">b</th>');
  expect(clean(table.replace('<td>', '<td align="right">'))).toContain('<td class="number">1</td>');
});

test('no element keeps an attribute that acts, before pictures are placed and after', () => {
  const acts =
    'onclick="x()" onerror="x()" style="color:red" data-x="y" name="z" tabindex="5" hidden';
  const html = `<h2 ${acts}>a</h2><p ${acts}>b <a href="https://x.example/" target="_blank" ${acts}>c</a>
    <em ${acts}>d</em><span ${acts}>e</span><abbr ${acts}>f</abbr><time ${acts}>g</time></p>
    <blockquote ${acts}><p>h</p></blockquote><ol ${acts}><li ${acts}>i</li></ol>
    <dl ${acts}><dt ${acts}>j</dt><dd ${acts}>k</dd></dl><figure ${acts}><p>l</p>
    <figcaption ${acts}>m</figcaption></figure><pre ${acts}><code ${acts}>n</code></pre>
    <table ${acts}><caption ${acts}>o</caption><tr ${acts}><th ${acts}>p</th></tr></table>`;
  expect(dangersIn(writeHtml(sanitiseTree(parseHtml(html), 'en')))).toEqual([]);
  expect(dangersIn(sanitise(html, 'en'))).toEqual([]);
  expect(sanitise(html, 'en')).not.toContain('tabindex="5"');
});

test('a picture of ours passes, and only such', () => {
  const ours =
    '<figure><picture><source type="image/avif" srcset="/media/a1-320.avif 320w, /media/a1-640.avif 640w" sizes="100vw"><img src="/media/a1-640.webp" alt="" width="640" height="360" loading="lazy" decoding="async"></picture><figcaption>Words <span class="credit">J. C.</span></figcaption></figure>';
  expect(finishHtml(parseHtml(ours), 'en')).toBe(ours);
  const foreign = ours.replaceAll('/media/', 'https://x.example/');
  expect(finishHtml(parseHtml(foreign), 'en')).not.toMatch(/<img|srcset/);
});

test('what was made safe stays as it is when made safe again', () => {
  const once = clean(
    '<h1>a</h1><div>b<a href="#n">1</a></div><table><tr><th>c</th></tr></table><p id=n>n',
  );
  expect(clean(once)).toBe(once);
  expect(dangersIn(once)).toEqual([]);
  expect(writeHtml(parseHtml(once))).toBe(once);
});
