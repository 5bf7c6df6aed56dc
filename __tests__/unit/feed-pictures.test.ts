import { expect, test } from '@jest/globals';
import { onlyStory, rssItem } from './feed-samples.ts';

const text = '<description>Text.</description>';
const site = '<link>http://n.example/</link>';
const words = { alt: '', caption: '', credit: '' };

test.each([
  [
    'the largest media:content',
    '<media:content url="/s.jpg" medium="image" width="100"/><media:content url="/l.jpg" type="image/jpeg" width="900"/>',
    'http://n.example/l.jpg',
  ],
  [
    'one in a group',
    '<media:group><media:content url="/v.mp4" medium="video"/><media:content url="/p.jpg" medium="image"/></media:group>',
    'http://n.example/p.jpg',
  ],
  ['one known by its name', '<media:content url="/p.jpg?w=1"/>', 'http://n.example/p.jpg?w=1'],
  [
    'an enclosure before a thumbnail',
    '<media:thumbnail url="/t.jpg"/><enclosure url="/e.jpg" type="image/jpeg"/>',
    'http://n.example/e.jpg',
  ],
  ['a podcast’s cover', '<itunes:image href="/c.jpg"/>', 'http://n.example/c.jpg'],
  [
    'a thumbnail',
    '<media:content url="/v.mp4" medium="video"><media:thumbnail url="/t.jpg"/></media:content>',
    'http://n.example/t.jpg',
  ],
])('%s', (_, inItem, url) => {
  expect(onlyStory(rssItem(text + inItem, site)).input.image).toEqual({ url, ...words });
});

test.each([
  ['a film', '<media:content url="/v.mp4" medium="video"/>'],
  ['a sound', '<enclosure url="/a.mp3" type="audio/mpeg"/>'],
  ['nothing', ''],
])('%s is no picture', (_, inItem) => {
  expect(onlyStory(rssItem(text + inItem)).input.image).toBeUndefined();
});

test('its words come with it, wherever Media RSS puts them', () => {
  const media =
    '<media:content url="http://n.example/p.jpg" medium="image"><media:title>At &lt;b&gt;dawn&lt;/b&gt;</media:title></media:content><media:description>A ferry in fog</media:description><media:credit>(Bo Roe)</media:credit>';
  expect(onlyStory(rssItem(text + media)).input.image).toEqual({
    url: 'http://n.example/p.jpg',
    alt: 'A ferry in fog',
    caption: 'At dawn',
    credit: 'Bo Roe',
  });
});

const media = '<media:content url="http://n.example/p.jpg" medium="image"/>';
const body = (html: string) =>
  rssItem(`<description><![CDATA[${html}]]></description>${media}`, site);

test.each([
  [
    'alone',
    '<p>Text.</p><img src="/p.jpg?w=300" alt="A ferry">',
    '<p>Text.</p>',
    { alt: 'A ferry', caption: '' },
  ],
  [
    'in a figure with its caption',
    '<figure><a href="/"><img src="/p.jpg" alt="A ferry"></a><figcaption>At dawn</figcaption></figure><p>Text.</p>',
    '<p>Text.</p>',
    { alt: 'A ferry', caption: 'At dawn' },
  ],
  [
    'in a figure with another',
    '<p>Text.</p><figure><img src="/p.jpg"><img src="/q.jpg"></figure>',
    '<p>Text.</p><figure><img src="http://n.example/q.jpg"></figure>',
    { alt: '', caption: '' },
  ],
])('a body that repeats it, %s, gives its words and keeps it no longer', (_, html, left, given) => {
  const { input } = onlyStory(body(html));
  expect(input.body).toBe(left);
  expect(input.image).toMatchObject(given);
});

test('other pictures of a body stay in it', () => {
  const { input } = onlyStory(body('<p>Text.</p><img src="/q.jpg">'));
  expect(input.body).toContain('<img src="http://n.example/q.jpg">');
});
