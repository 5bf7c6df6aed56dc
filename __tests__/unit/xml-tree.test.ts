import { expect, test } from '@jest/globals';
import { childOf, childrenOf, innerHtml, textIn, textOfXml } from '#lib/ingest/xml-content.ts';
import { parseXml, XmlError } from '#lib/ingest/xml-tree.ts';

function titleOf(xml: string): string | undefined {
  return textIn(parseXml(xml) ?? undefined, 'title');
}

test.each([
  ['the five entities of XML', 'a &lt;b&gt; &amp; &quot;c&apos;', 'a <b> & "c\''],
  ['entities once, not twice', 'AT&amp;amp;T', 'AT&amp;T'],
  ['entities of HTML without a declaration', 'caf&eacute;&nbsp;&mdash;', 'café\u00a0—'],
  ['numbers', '&#233;&#xE9;&#128;', 'éé€'],
  ['a number that is a control character', 'a&#1;b', 'ab'],
  ['an unknown entity', 'a &ferry; b', 'a &ferry; b'],
  ['bare ampersands', 'AT&T & co ?a=1&copy=2', 'AT&T & co ?a=1&copy=2'],
  ['a bare “less than”', '1 < 2', '1 < 2'],
  ['CDATA, to the letter', '<![CDATA[<b>&amp;</b>]]>', '<b>&amp;</b>'],
  ['text and CDATA', 'a<![CDATA[ &amp; ]]>&amp;', 'a &amp; &'],
])('%s', (_, written, text) => {
  expect(titleOf(`<rss><title>${written}</title></rss>`)).toBe(text);
});

test.each([
  ['an element that is never closed', '<rss><title>x'],
  ['an element closed under another name', '<rss><title>x</titel></rss>'],
  ['a closing tag too many', '<rss></b><title>x</title></rss>'],
  ['an attribute without quotes', '<rss version=2.0><title>x</title></rss>'],
  ['names in capitals', '<RSS><TITLE>x</TITLE></RSS>'],
  [
    'a comment and a declaration first',
    '<!-- a --><?xml version="1.0"?><rss><title>x</title></rss>',
  ],
  ['a second root', '<rss><title>x</title></rss><rss><title>y</title></rss>'],
])('%s is stood', (_, xml) => {
  expect(titleOf(xml)).toBe('x');
});

test('an entity of a few letters that the document declares is read', () => {
  const xml = `<!DOCTYPE rss [<!ENTITY oe "œ"><!ENTITY amp2 '&#38;'>]><rss><title>c&oe;ur</title></rss>`;
  expect(titleOf(xml)).toBe('cœur');
});

test('a billion laughs stay one', () => {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
  );
  const xml = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">${lines.join('')}]><rss><title>&lol30;&lol0;</title></rss>`;
  const start = performance.now();
  expect(titleOf(xml)).toBe('&lol30;lol');
  expect(performance.now() - start).toBeLessThan(3000);
});

test('one long entity, named often, does not grow either', () => {
  const xml = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]><rss><title>${'&a;'.repeat(50_000)}</title></rss>`;
  expect(titleOf(xml)?.length).toBe(150_000);
});

test.each([
  ['a file', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
  ['an address', '<!ENTITY x PUBLIC "a" "http://127.0.0.1/">'],
  ['a parameter entity', '<!ENTITY % y SYSTEM "file:///etc/passwd"> %y; <!ENTITY x "&y;">'],
])('an entity that names %s stands for nothing', (_, declaration) => {
  expect(titleOf(`<!DOCTYPE rss [${declaration}]><rss><title>a&x;b</title></rss>`)).toBe('a&x;b');
});

test('many document types in a row take no time', () => {
  const start = performance.now();
  parseXml(`${'<!DOCTYPE a ['.repeat(50_000)}<rss/>`);
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each([
  ['nesting', `${'<a>'.repeat(1000)}`, 'Its elements are nested too deeply.'],
  ['number', `<a>${'<b/>'.repeat(250_000)}</a>`, 'It has more elements than a feed may have.'],
])('there is a limit to the %s of elements', (_, xml, message) => {
  expect(() => parseXml(xml)).toThrow(new XmlError(message));
});

test('a namespace counts, not its prefix', () => {
  const root = parseXml(
    `<f:feed xmlns:f="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:dc="http://example.com/else">
      <f:title>x</f:title><d:creator>Ann</d:creator><dc:creator>Bo</dc:creator><media:credit>Cy</media:credit>
    </f:feed>`,
  );
  expect(root?.name).toBe('atom:feed');
  expect(root && textIn(root, 'atom:title')).toBe('x');
  expect(root && childrenOf(root, 'dc:creator').map(textOfXml)).toEqual(['Ann']);
  // A prefix that was never declared means what it usually means.
  expect(root && textIn(root, 'media:credit')).toBe('Cy');
});

test('many namespaces around many elements take no time', () => {
  const many = Array.from({ length: 5000 }, (_, n) => `xmlns:n${n}="u${n}"`).join(' ');
  const start = performance.now();
  const root = parseXml(`<rss ${many}>${'<n4:a xmlns:q="x"/>'.repeat(20_000)}</rss>`);
  expect(root?.children).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('a prefix may be called like a part of the language', () => {
  expect(
    titleOf('<rss><constructor:x/><__proto__:y xmlns:__proto__="u"/><title>x</title></rss>'),
  ).toBe('x');
});

test('language and base are handed down', () => {
  const root = parseXml(
    '<feed xml:lang="fr" xml:base="http://a.example/x/"><entry xml:base="y/"><title xml:lang="en"/></entry></feed>',
  );
  const entry = childOf(root ?? undefined, 'entry');
  expect(entry).toMatchObject({ lang: 'fr', base: 'http://a.example/x/y/' });
  expect(childOf(entry, 'title')).toMatchObject({ lang: 'en', base: 'http://a.example/x/y/' });
});

test('XHTML is written as HTML', () => {
  const root = parseXml(
    '<c xmlns:h="http://www.w3.org/1999/xhtml"><h:p xml:lang="fr" title="&quot;x&quot;">1 &lt; 2<h:br/><h:b/></h:p><h:x"y>z</h:x"y></c>',
  );
  expect(root && innerHtml(root)).toBe(
    '<p lang="fr" title="&quot;x&quot;">1 &lt; 2<br><b></b></p>z',
  );
});
