import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { isStory } from '#lib/ingest/reading.ts';

const NOTE = 'Editors: do not use before the trial ends';

const XHTML =
  '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><header><h1>Night</h1></header><p><span class="dateline">Port Maren - </span>The boat came in.</p></body></html></inlineXML>';

type Parts = { guid?: string; kind?: string; meta?: string; content?: string; body?: string };

function newsItem({
  guid = 'urn:wire:1',
  kind = 'text',
  meta = '',
  content = '',
  body = XHTML,
}: Parts): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="2" xml:lang="en-GB">
<rightsInfo><copyrightHolder><name>The Wire</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:${kind}"/><provider qcode="nprov:wire"><name>The Wire</name></provider>
<versionCreated>2026-10-07T15:00:00Z</versionCreated><firstCreated>2026-10-07T14:05:00Z</firstCreated>
<edNote>${NOTE}</edNote>${meta}</itemMeta>
<contentMeta><infoSource><name>Harbour Wire</name></infoSource><creator><name>Ann Lee</name></creator>
<headline rank="3">Ferries</headline><headline rank="1">Night ferries return</headline>
<description role="drol:summary">Two boats.</description><description role="drol:note">${NOTE}</description>
<dateline>Port Maren (The Wire) - </dateline>
<subject qcode="medtop:20000337"><name xml:lang="de">Fähren</name><name xml:lang="en">Ferries</name><broader qcode="medtop:04000000"/></subject>
${content}</contentMeta><contentSet>${body}</contentSet></newsItem>`;
}

function picture(guid: string, meta = ''): string {
  const body = `<remoteContent href="https://e.org/${guid}-s.jpg" contenttype="image/jpeg" width="100" height="60"/><remoteContent href="https://e.org/${guid}.jpg" contenttype="image/jpeg" width="1000" height="600"/>`;
  const content =
    '<description role="drol:caption">At dawn</description><creditline>J. C.</creditline>';
  return newsItem({ guid, kind: 'picture', meta, content, body }).replace(
    'Night ferries return',
    `Ferry ${guid}`,
  );
}

function message(...items: string[]): string {
  return `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('')}</itemSet></newsMessage>`;
}

function read(xml: string) {
  const text = `<?xml version="1.0"?>${xml}`;
  return readDocument(
    { place: 'n.xml', fileName: 'n.xml', text, pictures: null },
    { edition: 'en' },
  );
}

function readOne(parts: Parts) {
  const [reading] = read(newsItem(parts));
  if (!reading || !isStory(reading)) throw new Error(reading?.reason);
  return reading.input;
}

test('an item is a story', () => {
  expect(readOne({})).toEqual({
    sourceId: 'urn:wire:1',
    lang: 'en',
    headline: 'Night ferries return',
    standfirst: 'Two boats.',
    section: 'economy',
    topics: ['Ferries'],
    dateline: 'Port Maren',
    authors: [{ name: 'Ann Lee' }],
    agencies: ['Harbour Wire', 'The Wire'],
    published: '2026-10-07T14:05:00.000Z',
    updated: '2026-10-07T15:00:00.000Z',
    body: '<p>The boat came in.</p>',
    corrections: [],
  });
});

const NITF =
  '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><byline>By Bob Ray, <byttl>Staff Reporter</byttl></byline></body.head><body.content><p>One.</p><ul><li>Two</li></ul></body.content></body></nitf></inlineXML>';

test.each([
  [
    'NITF, with its byline',
    { body: NITF },
    { body: '<p>One.</p><ul><li>Two</li></ul>', authors: [{ name: 'Bob Ray' }] },
  ],
  [
    'a byline before creators',
    { content: '<by>Von Bob Ray, The Wire</by>' },
    { authors: [{ name: 'Bob Ray' }] },
  ],
  [
    'plain text',
    { body: '<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>' },
    { body: '<p>One.</p><p>Two.</p>' },
  ],
  [
    'an embargo',
    { meta: '<embargoed>2026-10-08T06:00:00+02:00</embargoed>' },
    { embargoedUntil: '2026-10-08T04:00:00.000Z' },
  ],
  ['its own language', { content: '<language tag="fa"/>' }, { lang: 'fa' }],
  [
    'a credit line comes first',
    { content: '<creditline>Wire/Harbour</creditline>' },
    { agencies: ['Wire/Harbour', 'Harbour Wire', 'The Wire'] },
  ],
])('%s', (_, parts, expected) => {
  expect(readOne(parts)).toMatchObject(expected);
});

test.each([
  [
    'an embargo told in words',
    newsItem({ meta: '<embargoed/>' }),
    'held',
    'It is under an embargo whose end the agency tells to editors only.',
  ],
  ['a picture alone', picture('p1'), 'failed', 'It is a picture, not a story.'],
  ['a video', newsItem({ kind: 'video' }), 'failed', 'It is a video, not a story.'],
  [
    'a package',
    '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>',
    'failed',
    'It is a package, a list of items without their texts, not a story.',
  ],
  [
    'a concept',
    '<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
    'failed',
    'It is an entry of a vocabulary (NewsML-G2 concept), not a story.',
  ],
  [
    'NewsML 1',
    '<NewsML Version="1.2"/>',
    'failed',
    'It is NewsML 1. Lede reads its successor, NewsML-G2: ask the agency for that.',
  ],
  ['an empty message', message(), 'failed', 'It holds no item.'],
  [
    'no text',
    newsItem({ body: '<inlineXML><!-- later --></inlineXML>' }),
    'failed',
    'It has no text.',
  ],
])('%s is reported', (_, xml, outcome, reason) => {
  expect(read(xml)).toMatchObject([{ place: 'n.xml', outcome, reason }]);
});

test.each([
  ['canceled', 'Its agency withdrew it.'],
  ['withheld', 'Its agency withholds it until further notice.'],
])('%s takes the story back', (status, reason) => {
  expect(read(newsItem({ meta: `<pubStatus qcode="stat:${status}"/>`, body: '' }))).toEqual([
    {
      place: 'n.xml',
      outcome: 'cancel',
      sourceId: 'urn:wire:1',
      reason,
      at: '2026-10-07T15:00:00.000Z',
    },
  ]);
});

test('the pictures of a message go with its text, the largest size of each', () => {
  const readings = read(message(newsItem({}), picture('p1'), picture('p2')));
  expect(readings).toHaveLength(1);
  expect(readings[0]).toMatchObject({
    input: {
      image: { url: 'https://e.org/p1.jpg', alt: 'Ferry p1', caption: 'At dawn', credit: 'J. C.' },
      body: expect.stringContaining('<img src="https://e.org/p2.jpg" alt="Ferry p2">'),
    },
  });
});

test('a picture that the agency took back is not shown', () => {
  const [story] = read(message(newsItem({}), picture('p1', '<pubStatus qcode="stat:canceled"/>')));
  expect(story && isStory(story) && story.input.image).toBeUndefined();
});

test('of several texts each has the pictures that it is linked with', () => {
  const link = '<link rel="irel:associatedWith" residref="p2"/>';
  const readings = read(
    message(
      newsItem({ guid: 't1' }),
      newsItem({ guid: 't2', meta: link }),
      picture('p1'),
      picture('p2'),
    ),
  );
  expect(readings.map(({ place }) => place)).toEqual(['n.xml, t1', 'n.xml, t2', 'n.xml, p1']);
  expect(readings.map((reading) => isStory(reading) && reading.input.image?.url)).toEqual([
    undefined,
    'https://e.org/p2.jpg',
    false,
  ]);
});
