import { chmodSync, linkSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { EDITOR } from './editor.ts';
import { markdownStory } from './import-folder.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

/** Enough of a picture to be known as one. */
const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');

afterEach(closeNewsrooms);

test('a story is new, then unchanged, then changed', async () => {
  const { outcomes, write, stored, store } = await newsroom({
    'a.md': markdownStory('Ferries return'),
  });
  expect(await outcomes()).toEqual({ 'a.md': 'new' });
  const before = await newestChange(store);
  expect(await outcomes()).toEqual({ 'a.md': 'unchanged' });
  expect(await changesAfter(store, before, 10)).toEqual([]);

  write('a.md', markdownStory('Ferries return at last'));
  expect(await outcomes()).toEqual({ 'a.md': 'changed' });
  expect(await stored('a')).toMatchObject({ headline: 'Ferries return at last', revision: 2 });
});

test('what cannot be a story has its reason, and everything else is imported', async () => {
  const { outcomes, stories, write } = await newsroom({
    'good.md': markdownStory('Good'),
    'headless.md': '---\ndate: 2026-10-07\n---\nText.',
    'readme.md': '# How we work',
    'empty.md': '',
    'broken.json': '{"headline": "x",',
    'page.html': '<!doctype html><p>x',
    'binary.md': png,
    'noise.md': Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    'twin.md': markdownStory('Twin', 'slug: good'),
    'draft.md': markdownStory('Draft', 'draft: true'),
    'french.md': markdownStory('French', 'lang: fr'),
    'deep.md': markdownStory('Deep', '', '<b>'.repeat(20_000)),
    'blank.md': markdownStory('Blank', '', '{% include map.html %}'),
  });
  truncateSync(write('huge.md', ''), 200_000_000);
  symlinkSync(path.join(stories, 'loop.md'), path.join(stories, 'loop.md'));

  expect(await outcomes()).toEqual({
    'good.md': 'new',
    'headless.md': expect.stringContaining('failed: It has no headline'),
    'readme.md': expect.stringContaining('failed: It is not a story: it has no front matter'),
    'empty.md': 'failed: It is empty.',
    'broken.json': expect.stringContaining('failed: It is not valid JSON'),
    'page.html': expect.stringContaining('failed: It is a web page, not a story'),
    'binary.md': 'failed: It is a PNG file, not text.',
    'noise.md': 'failed: It is a binary file, not text.',
    'huge.md': 'failed: It is too large for a story: 200 MB, where 20 MB is the limit.',
    'loop.md': 'failed: It can’t be read: its links lead in a circle.',
    'twin.md': expect.stringMatching(/^failed: It has the same sourceId .*good\.md\. Give each/),
    'draft.md': 'held: It is a draft (“draft: true”).',
    'french.md': expect.stringContaining(
      'failed: It is in a language that Lede has no edition for: “fr”',
    ),
    'deep.md': 'failed: Its text is nested too deeply to be read.',
    'blank.md': 'failed: It has no text below the front matter.',
  });
});

test('a folder that may not be read is reported', async () => {
  const { outcomes, stories, write } = await newsroom({ 'a.md': markdownStory('A') });
  expect(await outcomes([path.join(stories, 'gone')])).toEqual({
    gone: expect.stringContaining('There is nothing to import at'),
  });
  // The superuser may read everything, so the test becomes somebody else for a moment.
  const isRoot = process.getuid?.() === 0;
  write('closed/b.md', markdownStory('B'));
  chmodSync(path.join(stories, 'closed'), 0o000);
  chmodSync(path.dirname(path.dirname(stories)), 0o755);
  if (isRoot) process.seteuid?.(65534);
  try {
    expect(await outcomes([stories], { isDryRun: true })).toEqual({
      'a.md': 'new',
      closed: 'failed: It can’t be read: this user has no permission to read it.',
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path.join(stories, 'closed'), 0o755);
  }
});

test('in a folder other files are passed over and counted; each file is read once', async () => {
  const { run, stories, write } = await newsroom({
    'a.md': markdownStory('A'),
    LICENSE: 'MIT',
    'img/a.png': png,
    'style.css': 'p{}',
    '.hidden.md': 'x',
    'node_modules/x/readme.md': 'x',
  });
  symlinkSync(stories, path.join(stories, 'again'));
  const { counts, passedOver } = await run([stories, path.join(stories, 'a.md')]);
  expect({ counts, passedOver }).toEqual({
    counts: { new: 1, changed: 0, unchanged: 0, held: 0, withdrawn: 0, failed: 0 },
    passedOver: 4,
  });
  // A file that is named is read, whatever it is called.
  linkSync(write('b.md', markdownStory('B')), path.join(stories, 'b.txt'));
  expect((await run([path.join(stories, 'b.txt')])).counts).toMatchObject({ new: 1 });
});

test('a slug that another story has is refused with the name of that story', async () => {
  const { outcomes, write } = await newsroom({
    'a.md': markdownStory('A', 'sourceId: one\nslug: same'),
  });
  await outcomes();
  write('a.md', markdownStory('A', 'sourceId: two\nslug: same'));
  const refused =
    'failed: The slug “same” is already the address of another story in en (one). Give this one a slug of its own.';
  expect(await outcomes()).toEqual({ 'a.md': refused });
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.md': refused });
});

test('a withdrawn story is not brought back', async () => {
  const { outcomes, write, stored, store } = await newsroom({ 'a.md': markdownStory('A') });
  await outcomes();
  const { id } = await stored('a');
  await withdrawArticle(store, id, 'Wrong.', EDITOR);
  write('a.md', markdownStory('A again'));
  expect(await outcomes()).toEqual({
    'a.md': 'held: It was withdrawn here. An import does not bring it back.',
  });
});

test('an embargoed story is held until its time, and then unchanged', async () => {
  const lines = 'embargoedUntil: 2999-01-01T00:00:00Z';
  const { outcomes } = await newsroom({ 'a.md': markdownStory('A', lines) });
  expect(await outcomes()).toEqual({
    'a.md': 'held: It is stored and appears at 2999-01-01T00:00:00.000Z.',
  });
  expect(await outcomes()).toEqual({ 'a.md': 'unchanged' });
});

test('an edition that is switched off takes no stories', async () => {
  const { outcomes } = await newsroom({ 'a.md': markdownStory('A', 'lang: km') });
  expect(await outcomes(undefined, { languages: ['en', 'fa'] })).toEqual({
    'a.md': 'failed: The edition “km” is switched off here. LEDE_LANGS lists en, fa.',
  });
});

test('a dry run says what would be, and does nothing', async () => {
  const { outcomes, write, store } = await newsroom({
    'a.md': markdownStory('A', 'image: a.png'),
    'a.png': png,
  });
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.md': 'new' });
  expect(await newestChange(store)).toBe(0);
  await outcomes();
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.md': 'unchanged' });
  write('a.md', markdownStory('A', 'image: a.png\nsummary: More.'));
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.md': 'changed' });
});

test('sections, topics and authors become terms with addresses', async () => {
  const lines =
    'section: world\ntopics: [Outer islands, outer islands, "!"]\nbyline: Sun Narin and Sun Narin';
  const { run, stored } = await newsroom({ 'a.md': markdownStory('A', lines) });
  await run();
  expect(await stored('a')).toMatchObject({
    section: { slug: 'world', name: 'World' },
    topics: [{ slug: 'outer-islands' }],
    authors: [{ slug: 'sun-narin', name: 'Sun Narin' }],
  });
});

test('progress is told file by file', async () => {
  const seen: string[] = [];
  const { run } = await newsroom({ 'a.md': markdownStory('A'), 'b.md': markdownStory('B') });
  await run(undefined, { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) });
  expect(seen).toEqual(['1/2', '2/2']);
});
