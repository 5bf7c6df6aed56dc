import { expect, test } from '@jest/globals';
import { atomEntry, onlyStory, rssItem } from './feed-samples.ts';

const xhtml = (content: string) => `<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>`;
const text = '<description>Text.</description>';

test.each([
  [
    'tags in an RSS title',
    rssItem(`<title>&lt;b&gt;Ferries&lt;/b&gt; return</title>${text}`),
    'Ferries return',
  ],
  ['bare tags', rssItem(`<title><b>Ferries</b> return</title>${text}`), 'Ferries return'],
  ['entities, escaped twice', rssItem(`<title>AT&amp;amp;T</title>${text}`), 'AT&T'],
  ['entities, escaped three times', rssItem(`<title>&amp;amp;lt;</title>${text}`), '&lt;'],
  ['entities in CDATA', rssItem(`<title><![CDATA[AT&amp;T]]></title>${text}`), 'AT&T'],
  [
    'angle brackets that are no tags',
    rssItem(`<title>List&lt;String&gt; &amp;amp; 1 &lt; 2</title>${text}`),
    'List<String> & 1 < 2',
  ],
  [
    'plain text in Atom, to the letter',
    atomEntry('<title>&lt;b&gt; &amp;amp;</title><content>x</content>'),
    '<b> &amp;',
  ],
  [
    'HTML in Atom',
    atomEntry('<title type="html">&lt;b&gt;A&lt;/b&gt; &amp;amp; B</title><content>x</content>'),
    'A & B',
  ],
  [
    'XHTML in Atom',
    atomEntry(`<title type="xhtml">${xhtml('A <em>b</em>')}</title><content>x</content>`),
    'A b',
  ],
  ['lines', rssItem(`<title>\n Ferries\n  return </title>${text}`), 'Ferries return'],
  [
    'no title',
    rssItem(
      '<description>The night ferries return to Port Maren on Wednesday, the port authority said, and tickets for them are on sale from Monday.</description>',
    ),
    'The night ferries return to Port Maren on Wednesday, the port authority said, and tickets for them…',
  ],
])('headline: %s', (_, feed, headline) => {
  expect(onlyStory(feed).input.headline).toBe(headline);
});

test('a title that is too long is cut, with a warning', () => {
  const { input, warnings } = onlyStory(rssItem(`<title>${'word '.repeat(100)}</title>${text}`));
  expect(input.headline).toMatch(/ word…$/);
  expect(warnings[0]).toBe('Its title is longer than 300 characters. It was cut.');
});

const base = '<link>http://n.example/news/</link>';

test.each([
  [
    'content:encoded before the description',
    rssItem(
      '<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>',
    ),
    '<p>Long.</p>',
  ],
  [
    'an empty content',
    rssItem(`${text}<content:encoded> <![CDATA[<p> </p>]]></content:encoded>`),
    '<p>Text.</p>',
  ],
  [
    'plain text in paragraphs',
    rssItem('<description>One &amp;amp; two.\n\nThree.</description>'),
    '<p>One &#x26; two.</p>\n<p>Three.</p>',
  ],
  [
    'bare tags',
    rssItem('<description>One <b>two</b><br/>three</description>'),
    'One <b>two</b><br>three',
  ],
  [
    'XHTML',
    atomEntry(`<content type="xhtml">${xhtml('<p>A<br/>b</p>')}</content>`),
    '<p>A<br>b</p>',
  ],
  [
    'XHTML in another language',
    atomEntry(
      `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><p>A</p></div></content>`,
    ),
    '<div lang="fr"><p>A</p></div>',
  ],
  [
    'text in Atom, to the letter',
    atomEntry('<content type="text">&lt;b&gt;</content>'),
    '<p>&#x3C;b></p>',
  ],
  [
    'the summary, where the content is elsewhere',
    atomEntry('<content src="http://n.example/film"/><summary>Sum.</summary>'),
    '<p>Sum.</p>',
  ],
  [
    'the summary, where the content is a film',
    atomEntry('<content type="video/mp4">aGVsbG8=</content><summary>Sum.</summary>'),
    '<p>Sum.</p>',
  ],
  [
    'base64',
    atomEntry('<content type="text/html" mode="base64">PHA+SGk8L3A+</content>'),
    '<p>Hi</p>',
  ],
  [
    'links from the site',
    rssItem(
      '<description>&lt;a href="x"&gt;a&lt;/a&gt;&lt;a href="#n"&gt;b&lt;/a&gt;&lt;img src="/i.png"&gt;</description>',
      base,
    ),
    '<a href="http://n.example/news/x">a</a><a href="#n">b</a><img src="http://n.example/i.png">',
  ],
  [
    'links from xml:base',
    atomEntry(
      '<content type="html" xml:base="http://m.example/y/">&lt;a href="x"&gt;a&lt;/a&gt;</content>',
      '<link href="http://n.example/"/>',
    ),
    '<a href="http://m.example/y/x">a</a>',
  ],
  [
    'relative links from nowhere',
    rssItem('<description>&lt;a href="/x"&gt;a&lt;/a&gt;</description>'),
    '<a>a</a>',
  ],
])('body: %s', (_, feed, body) => {
  expect(onlyStory(feed).input.body).toBe(body);
});

const content =
  '<content:encoded><![CDATA[<p>The ferries return. Tickets are on sale.</p>]]></content:encoded>';

test.each([
  [
    'a description beside the text',
    `<description>&lt;p&gt;All you &lt;b&gt;need&lt;/b&gt;.&lt;/p&gt;</description>${content}`,
    'All you need.',
  ],
  [
    'the text’s own first words',
    `<description>The ferries return. Tickets […]</description>${content}`,
    undefined,
  ],
  ['the only text', '<description>All.</description>', undefined],
])('standfirst: %s', (_, inItem, standfirst) => {
  expect(onlyStory(rssItem(inItem)).input.standfirst).toBe(standfirst);
});
