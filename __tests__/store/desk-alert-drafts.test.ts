import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { type AlertsVisit, alertsVisit, DRAFT } from './alerts-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('drafts of alerts on $engine', ({ emptyDatabase }) => {
  let at: AlertsVisit;

  beforeEach(async () => {
    at = await alertsVisit(await emptyDatabase());
  });

  afterEach(() => at.store.close());

  test('the preview names the editions that are told nothing', async () => {
    const shown = await at.preview({ ...DRAFT, 'text-km': 'សាឡាង' });
    expect(shown.editions.map(({ lang, text }) => [lang, text])).toEqual([
      ['en', 'Ferries stop'],
      ['km', 'សាឡាង'],
    ]);
    expect(shown.untold).toEqual(['fa']);
  });

  test.each([
    ['no text at all', { 'text-en': '  ' }, 'text-en', /at least one edition/],
    ['10,000 characters', { 'text-en': 'x'.repeat(10_000) }, 'text-en', /280 .* It has 10,000\.$/],
    [
      'nothing that can be seen',
      { 'text-en': '\u2066\u202e\ufeff' },
      'text-en',
      /must not be empty/,
    ],
    ['no expiry chosen', { expiry: '' }, 'expiry', /Choose when/],
    ['an expiry of its own', { expiry: '99d' }, 'expiry', /Choose when/],
    ['a story that is not there', { 'story-en': 'Zeppelin' }, 'story-en', /all of these words/],
    [
      'an unknown address',
      { 'story-en': '/en/articles/x' },
      'story-en',
      /no story at this address/,
    ],
    [
      'another page’s address',
      { 'story-en': '/en/search' },
      'story-en',
      /not the address of a story/,
    ],
    [
      'another site',
      { 'story-en': 'https://evil.example/en/articles/x' },
      'story-en',
      /another site/,
    ],
    ['another host in disguise', { 'story-en': '//evil.example/x' }, 'story-en', /another site/],
    ['an address that is none', { 'story-en': 'http://[' }, 'story-en', /another site/],
    [
      'a javascript: link',
      { 'story-en': 'javascript:alert(1)' },
      'story-en',
      /a story of this site/,
    ],
    ['a note that is too long', { note: 'x'.repeat(501) }, 'note', /500 characters or fewer/],
  ])('%s is a problem that keeps what was typed', async (_name, typed, field, message) => {
    const draft: Record<string, string> = {
      ...DRAFT,
      'text-fa': 'کشتی',
      emergency: 'yes',
      ...typed,
    };
    if (_name === 'no text at all') delete draft['text-fa'];
    const { path, reply } = await at.send('alert-preview', draft);
    expect([path, reply.kind]).toEqual(['/desk/alerts', 'problem']);
    expect(reply.problems).toEqual([{ field, message: expect.stringMatching(message) }]);
    for (const [name, value] of Object.entries(draft)) expect(reply.fields[name]).toEqual([value]);
    expect(await at.raised()).toEqual([]);
  });

  test('all problems of all editions are told at once', async () => {
    const { reply } = await at.send('alert-preview', {
      'text-en': 'x'.repeat(281),
      'text-fa': 'کشتی',
      'story-fa': 'هیچ',
      'story-km': 'ទេ',
      note: '',
    });
    expect(reply.problems.map(({ field }) => field)).toEqual([
      'text-en',
      'story-fa',
      'text-km',
      'story-km',
      'expiry',
    ]);
    expect(reply.problems.map(({ message }) => message.split(':')[0])).toEqual([
      'English',
      'Persian',
      'Khmer',
      'Khmer',
      'Choose when the alert runs out.',
    ]);
  });

  describe('a link', () => {
    beforeEach(async () => {
      await at.newStory({ slug: 'a', headline: 'Night ferries return', standfirst: 'Boats.' });
      await at.newStory({
        slug: 'b',
        headline: 'Night ferries return to Calder',
        standfirst: 'B',
      });
      await at.newStory({ slug: 'c', headline: 'Weather', published: '2026-10-06T06:30:00.000Z' });
      await at.newStory({ slug: 'd', headline: 'Weather', published: '2026-10-07T06:30:00.000Z' });
    });

    const linkOf = async (named: string, lang: LanguageCode = 'en') => {
      const shown = await at.preview({
        [`text-${lang}`]: 'خبر News',
        [`story-${lang}`]: named,
        expiry: '2h',
      });
      return shown.editions[0]?.stories.map(({ path, headline }) => [path, headline]);
    };

    test.each([
      ['a whole headline, in spite of a longer one', 'Night ferries return', '/en/articles/a'],
      ['in capitals, with spaces around', ' night  FERRIES return ', '/en/articles/a'],
      ['words that one story has', 'calder ferries', '/en/articles/b'],
      ['an address', '/en/articles/b', '/en/articles/b'],
      ['a whole address', 'https://news.example/en/articles/b?x=1#y', '/en/articles/b'],
    ])('%s leads to its story', async (_name, named, path) => {
      expect((await linkOf(named))?.map(([found]) => found)).toEqual([path]);
    });

    test('of several with one headline the editor chooses, or none; else nothing is raised', async () => {
      expect(await linkOf('Weather')).toEqual([
        ['/en/articles/d', 'Weather'],
        ['/en/articles/c', 'Weather'],
      ]);
      const { carried } = await at.preview({ ...DRAFT, 'story-en': 'Weather' });
      const open = await at.send('alert-raise', carried);
      expect(open).toMatchObject({
        path: '/desk/alerts/preview',
        reply: { kind: 'problem', problems: [{ field: 'link-en' }] },
      });
      expect(await at.raised()).toEqual([]);
      const again = await at.previewAt(open.reply);
      await at.send('alert-raise', [...again.carried, ['link-en', '/en/articles/c']]);
      expect(await at.raised()).toEqual([['en', 'Ferries stop', '/en/articles/c']]);
    });

    test('“no link” among several raises without one', async () => {
      const { carried } = await at.preview({ ...DRAFT, 'story-en': 'night ferries' });
      await at.send('alert-raise', [...carried, ['link-en', 'none']]);
      expect(await at.raised()).toEqual([['en', 'Ferries stop', null]]);
    });

    test('what the preview showed is raised, though another story fits by then', async () => {
      const { carried } = await at.preview({ ...DRAFT, 'story-en': 'calder' });
      await at.newStory({ slug: 'e', headline: 'Calder wins' });
      await at.send('alert-raise', carried);
      expect(await at.raised()).toEqual([['en', 'Ferries stop', '/en/articles/b']]);
    });
  });

  test.each([
    [
      'withdrawn',
      { state: 'withdrawn' },
      'The linked story is withdrawn: its address says only that it is gone.',
    ],
    [
      'held',
      { state: 'held' },
      'The linked story is held: readers don’t find it until an editor releases it.',
    ],
    [
      'embargoed',
      { state: 'embargoed', release_at: '2999-01-01T05:00:00.000Z' },
      'The linked story is under embargo until 1 January 2999 at 06:00 CET: readers don’t find it before.',
    ],
  ] as const)('a story that is %s is worth a look', async (_name, state, says) => {
    await at.newStory({ slug: 'a' });
    await at.store.db.updateTable('articles').set(state).execute();
    expect(await at.warnings({ ...DRAFT, 'story-en': '/en/articles/a' })).toEqual([says]);
  });

  test.each([
    ['markup', 'Ferries <b>stop</b>', '<b>'],
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['an entity', 'Ferries &amp; boats', '&amp;'],
    ['Markdown', 'Ferries **stop**', '**stop**'],
    ['an address', 'Ferries stop https://x.example/a', 'https://x.example/a'],
    ['a javascript: link', 'Look: javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s in the text is shown as characters, and it says so', async (_name, text, quote) => {
    const shown = await at.preview({ ...DRAFT, 'text-en': text });
    expect(shown.editions[0]?.text).toBe(text);
    expect(shown.editions[0]?.warnings).toEqual([
      { about: 'markup', says: 'Readers will see these characters as they stand here:', quote },
    ]);
  });

  test('a story of another edition is worth a look', async () => {
    await at.newStory({ slug: 'a', lang: 'fa' });
    expect(await at.warnings({ ...DRAFT, 'story-en': '/fa/articles/a' })).toEqual([
      'The linked story is in Persian, another edition.',
    ]);
  });

  test('the long address of a Khmer story is a link as any other', async () => {
    const slug = 'សាឡាងយប់'.repeat(10);
    await at.newStory({ slug, lang: 'km', headline: 'សាឡាងយប់' });
    await at.raise({ 'text-km': 'សាឡាង', 'story-km': 'សាឡាងយប់', expiry: '2h' });
    const link = `/km/articles/${encodeURIComponent(slug)}`;
    expect(link.length).toBeGreaterThan(500);
    expect(await at.raised()).toEqual([['km', 'សាឡាង', link]]);
  });

  test('marks that turn the text’s direction are taken out, and it says so', async () => {
    const { carried, ...shown } = await at.preview({
      ...DRAFT,
      'text-en': '\u202eFerries\u2066 stop',
    });
    expect(shown.editions[0]).toMatchObject({
      text: 'Ferries stop',
      warnings: [{ says: expect.stringContaining('were taken out') }],
    });
    await at.send('alert-raise', carried);
    expect(await at.raised()).toEqual([['en', 'Ferries stop', null]]);
  });

  test('a text in the field of another edition is worth a look, one in its own is not', async () => {
    expect(await at.warnings({ 'text-fa': 'Ferries stop', expiry: '2h' })).toEqual([
      'The text has no letter of Persian. Is it in the right field?',
    ]);
    expect(await at.warnings({ 'text-fa': 'کشتی 2', 'text-km': 'សាឡាង 2', expiry: '2h' })).toEqual(
      [],
    );
  });

  describe('while another alert stands', () => {
    const stand = (emergency: boolean) =>
      raiseAlert(
        at.store,
        alertInputSchema.parse({ text: 'Storm nears', lang: 'en', emergency }),
        EDITOR,
      );

    test.each([
      [
        'an alert',
        false,
        '',
        'An alert stands in this edition; readers will see this one in its place:',
      ],
      [
        'an emergency',
        true,
        '',
        'An emergency stands in this edition; readers will go on seeing that one, and not this:',
      ],
      [
        'an emergency, of an emergency',
        true,
        'yes',
        'An emergency stands in this edition; readers will see this one in its place:',
      ],
    ])('it says what becomes of %s', async (_name, stands, emergency, says) => {
      await stand(stands);
      const shown = await at.preview({ ...DRAFT, 'text-fa': 'خبر', emergency });
      const [english, persian] = shown.editions;
      expect(english?.warnings).toMatchObject([{ says, quote: 'Storm nears' }]);
      expect(persian?.warnings).toEqual([]);
    });

    test('one that a colleague raised after the preview is shown before this one goes', async () => {
      const { carried } = await at.preview(DRAFT);
      await stand(false);
      const { path, reply } = await at.send('alert-raise', carried);
      expect([path, reply.kind]).toEqual(['/desk/alerts/preview', 'problem']);
      expect(reply.message).toMatch(/Something has changed/);
      expect((await at.raised()).length).toBe(1);
      const again = await at.previewAt(reply);
      expect((await at.send('alert-raise', again.carried)).reply.kind).toBe('done');
      expect((await at.raised()).length).toBe(2);
    });

    test('one that was seen is not shown again though it goes out meanwhile', async () => {
      await at.raise(DRAFT);
      const { carried } = await at.preview({ ...DRAFT, 'text-en': 'More of it' });
      await at.goOut();
      expect((await at.send('alert-raise', carried)).reply.kind).toBe('done');
    });
  });
});
