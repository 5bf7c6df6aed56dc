import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { isStory } from '#lib/ingest/reading.ts';

const NOTE = 'Editors: do not use before the trial ends';

const ONE = {
  uri: 'urn:wire:1',
  type: 'text',
  version: '2',
  pubstatus: 'usable',
  firstcreated: '2026-10-07T14:05:00Z',
  versioncreated: '2026-10-07T15:00:00Z',
  language: 'en-GB',
  byline: 'By Ann Lee and Bob Ray, The Wire',
  located: 'Port Maren (The Wire) - ',
  headline: 'Night ferries return',
  description_summary: 'Two boats.',
  body_text: 'Plain.',
  body_xhtml: '<p>The boat came in.</p>',
  copyrightholder: 'The Wire',
  infosource: [{ name: 'Harbour Wire' }],
  subject: [
    { name: 'Ferries', code: '20000337' },
    { name: 'Economy', code: '04000000' },
  ],
  ednote: NOTE,
  description_note: NOTE,
};

const TWO = {
  uri: 'urn:wire:1',
  type: 'text',
  version: '2',
  pubstatus: 'usable',
  firstcreated: '2026-10-07T14:05:00Z',
  versioncreated: '2026-10-07T15:00:00Z',
  language: 'en-GB',
  by: 'By Ann Lee and Bob Ray, The Wire',
  located: 'Port Maren',
  headlines: [
    { role: 'short', value: 'Ferries' },
    { role: 'main', value: 'Night ferries return' },
  ],
  descriptions: [
    { role: 'note', value: NOTE },
    { role: 'summary', value: 'Two boats.' },
  ],
  bodies: [
    { role: 'text', contenttype: 'text/plain', value: 'Plain.' },
    { role: 'xhtml', contenttype: 'text/html', value: '<p>The boat came in.</p>' },
  ],
  copyrightholder: 'The Wire',
  infosources: [{ name: 'Harbour Wire' }],
  subjects: [
    { name: 'Ferries', uri: 'medtop:20000337' },
    { name: 'Economy', uri: 'http://cv.iptc.org/newscodes/mediatopic/04000000' },
  ],
  ednote: NOTE,
};

/** Version 3 has capitals inside the names. */
const { firstcreated, versioncreated, pubstatus, copyrightholder, infosources, ednote, ...REST } =
  TWO;
const THREE = {
  ...REST,
  firstCreated: firstcreated,
  versionCreated: versioncreated,
  pubStatus: pubstatus,
  copyrightHolder: copyrightholder,
  infoSources: infosources,
  edNote: ednote,
  bodies: TWO.bodies.map(({ contenttype, ...body }) => ({ ...body, contentType: contenttype })),
};

function read(content: unknown, defaults = {}) {
  const document = {
    place: 'n.json',
    fileName: 'n.json',
    text: JSON.stringify(content),
    pictures: null,
  };
  return readDocument(document, { edition: 'en', ...defaults });
}

function readOne(changes: object, defaults = {}) {
  const [reading] = read({ ...TWO, ...changes }, defaults);
  if (!reading || !isStory(reading)) throw new Error(reading?.reason);
  return reading;
}

test.each([
  ['1', ONE],
  ['2', TWO],
  ['3', THREE],
])('an item of ninjs %s is a story', (_, item) => {
  const [reading] = read(item);
  expect(reading).toMatchObject({ isVersioned: true, warnings: [] });
  expect(reading && isStory(reading) && reading.input).toEqual({
    sourceId: 'urn:wire:1',
    lang: 'en',
    headline: 'Night ferries return',
    standfirst: 'Two boats.',
    section: 'economy',
    topics: ['Ferries', 'Economy'],
    dateline: 'Port Maren',
    authors: [{ name: 'Ann Lee' }, { name: 'Bob Ray' }],
    agencies: ['Harbour Wire', 'The Wire'],
    published: '2026-10-07T14:05:00.000Z',
    updated: '2026-10-07T15:00:00.000Z',
    body: '<p>The boat came in.</p>',
    corrections: [],
  });
});

test.each([
  [
    'one version only',
    { firstcreated: undefined },
    { published: '2026-10-07T15:00:00.000Z', updated: undefined },
  ],
  [
    'a summary that is the first paragraph',
    { bodies: [{ value: '<p>Two boats.</p><p>More.</p>' }] },
    { standfirst: 'Two boats.', body: '<p>More.</p>' },
  ],
  [
    'a summary that is the beginning of the text',
    { bodies: [{ value: '<p>Two boats. More.</p>' }] },
    { standfirst: undefined },
  ],
  [
    'plain text',
    { bodies: [{ contenttype: 'text/plain', value: 'One <3.\n\nTwo,\nthree.' }] },
    { body: '<p>One &#x3C;3.</p><p>Two,<br>three.</p>' },
  ],
  [
    'a head and notes inside the text',
    {
      bodies: [
        {
          value: `<header><h1>Night</h1></header><p class="ednote">${NOTE}</p><!-- ${NOTE} --><p>Text.</p>`,
        },
      ],
    },
    { body: '<p>Text.</p>' },
  ],
  [
    'an embargo',
    { embargoed: '2026-10-08T06:00:00+02:00' },
    { embargoedUntil: '2026-10-08T04:00:00.000Z' },
  ],
  [
    'a subject code under a top',
    { subjects: [{ name: 'Football', literal: '15054000' }] },
    { section: 'sport' },
  ],
  [
    'a subject that a section is named for',
    { subjects: [{ name: 'Economics' }] },
    { section: 'economy' },
  ],
  ['a subject without a section', { subjects: [{ name: 'Ferries' }] }, { section: 'news' }],
  ['an agency as the byline', { by: 'The Wire' }, { authors: [] }],
])('%s', (_, changes, expected) => {
  expect(readOne(changes).input).toMatchObject(expected);
});

test('NITF inside of ninjs', () => {
  const value = `<?xml version="1.0"?><nitf><head><title>T</title></head><body><body.head><note>${NOTE}</note><byline>By Ann Lee</byline></body.head><body.content><block><p>One.</p></block><hl2>Two</hl2><note>${NOTE}</note><media media-type="image"><media-reference source="https://e.org/s.jpg" width="100"/><media-reference source="https://e.org/l.jpg" width="900" alternate-text="A ferry"/><media-caption>At dawn</media-caption></media></body.content><body.end><tagline>With Bob Ray</tagline></body.end></body></nitf>`;
  const bodies = [{ role: 'nitf', contenttype: 'text/vnd.IPTC.NITF', value }];
  expect(readOne({ bodies }).input.body).toBe(
    '<div><p>One.</p></div><h3>Two</h3><figure><img src="https://e.org/l.jpg" alt="A ferry"><figcaption>At dawn</figcaption></figure><p>With Bob Ray</p>',
  );
});

test('of several pictures the first is over the story and the others below it, in their largest size', () => {
  const picture = (name: string) => ({
    type: 'picture',
    by: 'J. C.',
    headlines: [{ role: 'main', value: `Ferry ${name}` }],
    descriptions: [{ role: 'caption', value: `Caption ${name}` }],
    renditions: [
      { href: `https://e.org/${name}-s.jpg`, contenttype: 'image/jpeg', width: 100, height: 60 },
      { href: `https://e.org/${name}-l.jpg`, contenttype: 'image/jpeg', width: 1000, height: 600 },
      { href: `https://e.org/${name}.tif`, contenttype: 'image/tiff', width: 9000, height: 6000 },
      { href: `https://e.org/${name}.mp4`, contenttype: 'video/mp4', width: 4000, height: 2000 },
    ],
  });
  const associations = [picture('a'), { type: 'video' }, picture('b')];
  const { image, body } = readOne({ associations }).input;
  expect(image).toEqual({
    url: 'https://e.org/a-l.jpg',
    alt: 'Ferry a',
    caption: 'Caption a',
    credit: 'J. C.',
  });
  expect(body).toBe(
    '<p>The boat came in.</p><figure><img src="https://e.org/b-l.jpg" alt="Ferry b"><figcaption>Caption b <span class="credit">J. C.</span></figcaption></figure>',
  );
});

test.each([
  [
    'commissioned',
    { pubstatus: 'commissioned' },
    'held',
    'Its status is “commissioned”, not “usable”.',
  ],
  [
    'an embargo without an end',
    { embargoed: 'Next Monday' },
    'held',
    'It is under an embargo until “Next Monday”, which is not a date and time.',
  ],
  ['a picture', { type: 'picture' }, 'failed', 'It is a picture, not a story.'],
  ['no text', { bodies: [] }, 'failed', 'It has no text.'],
  ['no headline', { headlines: [] }, 'failed', 'It has no “headline”. Every story needs one.'],
])('%s is reported', (_, changes, outcome, reason) => {
  expect(read({ ...TWO, ...changes })).toMatchObject([{ place: 'n.json', outcome, reason }]);
});

test.each([
  ['canceled', 'Its agency withdrew it.'],
  ['cancelled', 'Its agency withdrew it.'],
  ['Canceled', 'Its agency withdrew it.'],
  ['withheld', 'Its agency withholds it until further notice.'],
])('%s takes the story back', (pubstatus, reason) => {
  const at = '2026-10-07T15:00:00.000Z';
  const taken = { outcome: 'cancel', sourceId: 'urn:wire:1', reason, at };
  expect(read({ ...TWO, bodies: [], pubstatus })).toEqual([{ place: 'n.json', ...taken }]);
});

test('an item that takes back a story without a name is held', () => {
  expect(read([TWO, { ...TWO, uri: ' ', pubstatus: 'withheld' }])[1]).toEqual({
    place: 'n.json, item 2',
    outcome: 'held',
    reason: 'It takes a story back without saying which.',
  });
});

test('a list: what is no story does not spoil the others, and the command line names the section', () => {
  const readings = read([{ ...TWO, type: 'audio' }, TWO], { section: 'world' });
  expect(readings.map(isStory)).toEqual([false, true]);
  expect(readings[1]).toMatchObject({ place: 'n.json, item 2', input: { section: 'world' } });
});

test('terms of use are told to the newsroom and not to readers', () => {
  const { input, warnings } = readOne({ usageterms: 'Not in Ruritania' });
  expect(warnings).toEqual([
    'Its sender’s terms of use, which readers don’t see: Not in Ruritania',
  ]);
  expect(JSON.stringify(input)).not.toContain('Ruritania');
});
