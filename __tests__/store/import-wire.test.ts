import { afterEach, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { describeImport } from '#lib/cli/describe-import.ts';
import { findBySource } from '#lib/store/articles.ts';
import { newestChange } from '#lib/store/changes.ts';
import { releaseEmbargoed, withdrawArticle } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { EDITOR } from './editor.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

afterEach(closeNewsrooms);

/** A wire's item in its version of this hour. */
function item(hour: number, changes: object = {}): string {
  return JSON.stringify({
    uri: 'urn:wire:1',
    type: 'text',
    language: 'en',
    firstcreated: '2026-10-07T01:00:00Z',
    versioncreated: `2026-10-07T${String(hour).padStart(2, '0')}:00:00Z`,
    headlines: [{ role: 'main', value: 'Ferries' }],
    bodies: [{ role: 'text', value: `Version of ${hour}.` }],
    ...changes,
  });
}

const NOT_NEWER = 'Its agency withdrew it. This version is not newer than that.';
const OLDER = 'held: It is older than what is here, which is left as it is.';

test('versions never go backwards, whichever comes first', async () => {
  const { outcomes, write, stored } = await newsroom({ 'a.json': item(5) });
  expect(await outcomes()).toEqual({ 'a.json': 'new' });
  write('a.json', item(3));
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.json': OLDER });
  expect(await outcomes()).toEqual({ 'a.json': OLDER });
  expect((await stored('ferries')).body).toBe('<p>Version of 5.</p>');
  write('a.json', item(6));
  expect(await outcomes()).toEqual({ 'a.json': 'changed' });
});

test('all versions of a story may come at once, in any order', async () => {
  const { outcomes, stored } = await newsroom({
    '1.json': item(3),
    '2.json': item(5),
    '3.json': item(4),
  });
  expect(await outcomes()).toEqual({ '1.json': 'new', '2.json': 'changed', '3.json': OLDER });
  expect((await stored('ferries')).body).toBe('<p>Version of 5.</p>');
});

test('a version whose pictures take their time is stored before the next', async () => {
  const renditions = [{ href: 'a.png', contenttype: 'image/png', width: 1600, height: 900 }];
  const background = { r: 20, g: 90, b: 120 };
  const png = sharp({ create: { width: 1600, height: 900, channels: 3, background } }).png();
  const { outcomes, stored } = await newsroom({
    '1.json': item(3, { associations: [{ type: 'picture', renditions }] }),
    '2.json': item(5),
    'a.png': await png.toBuffer(),
  });
  expect(await outcomes()).toEqual({ '1.json': 'new', '2.json': 'changed' });
  expect((await stored('ferries')).body).toBe('<p>Version of 5.</p>');
});

test('a file that a newsroom writes by hand may be dated back', async () => {
  const story = (date: string) => `---\ntitle: A\ndate: ${date}\n---\nText.`;
  const { outcomes, write } = await newsroom({ 'a.md': story('2026-10-07') });
  await outcomes();
  write('a.md', story('2026-10-06'));
  expect(await outcomes()).toEqual({ 'a.md': 'changed' });
});

const canceled = (hour: number) => item(hour, { pubstatus: 'canceled', bodies: [] });

test('a canceled story is withdrawn, until its agency sends a newer version', async () => {
  const { outcomes, write, run, store } = await newsroom({ 'a.json': item(3) });
  await outcomes();
  const before = await newestChange(store);
  write('a.json', canceled(4));
  const dry = await run(undefined, { isDryRun: true });
  expect(dry.counts).toMatchObject({ withdrawn: 1 });
  expect(await newestChange(store)).toBe(before);

  const report = await run();
  expect(report.counts).toMatchObject({ withdrawn: 1, held: 0 });
  expect(describeImport(report)).toMatch(
    /^ {2}withdrawn 1$[\s\S]*^Withdrawn:\n.*a\.json\n {4}Its agency withdrew it\.$/m,
  );
  expect(await newestChange(store)).toBeGreaterThan(before);
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'withdrawn' });
  expect(await outcomes()).toEqual({ 'a.json': 'unchanged' });
  write('a.json', item(4, { headlines: [{ role: 'main', value: 'Ferries again' }] }));
  const held = `held: ${NOT_NEWER}`;
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.json': held });
  expect(await outcomes()).toEqual({ 'a.json': held });
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'withdrawn' });
  write('a.json', item(5));
  expect(await outcomes()).toEqual({ 'a.json': 'changed' });
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'published' });
  // The cancellation comes again, from a folder where it was left lying.
  write('a.json', canceled(4));
  expect(await outcomes()).toEqual({ 'a.json': OLDER });
});

test('what the newsroom withdrew does not come back, whatever its agency sends', async () => {
  const { outcomes, write, stored, store } = await newsroom({ 'a.json': item(3) });
  await outcomes();
  const { id } = await stored('ferries');
  write('a.json', canceled(4));
  await outcomes();
  await withdrawArticle(store, id, 'Names a minor.', EDITOR);
  await outcomes();
  write('a.json', item(5));
  expect(await outcomes()).toEqual({
    'a.json': 'held: It was withdrawn here. An import does not bring it back.',
  });
});

test('a withheld story leaves the site until it is usable again', async () => {
  const { outcomes, write, store } = await newsroom({ 'a.json': item(3) });
  await outcomes();
  write('a.json', item(4, { pubstatus: 'withheld' }));
  expect(await outcomes()).toEqual({
    'a.json': 'withdrawn: Its agency withholds it until further notice.',
  });
  const search = { query: 'ferries', lang: 'en', limit: 9, offset: 0 } as const;
  expect((await searchArticles(store, search)).total).toBe(0);
  write('a.json', item(5, { pubstatus: 'usable' }));
  expect(await outcomes()).toEqual({ 'a.json': 'changed' });
  expect((await searchArticles(store, search)).total).toBe(1);
});

test('a story that comes with its cancellation, before or behind it, does not appear', async () => {
  const behind = await newsroom({ '1.json': item(3), '2.json': canceled(4) });
  expect(await behind.outcomes()).toEqual({
    '1.json': 'new',
    '2.json': 'withdrawn: Its agency withdrew it.',
  });
  const before = await newsroom({ '1.json': canceled(4), '2.json': item(3) });
  expect(await before.outcomes()).toEqual({
    '1.json': 'held: Its agency withdrew it. It is not here (“urn:wire:1”).',
    '2.json': `held: ${NOT_NEWER}`,
  });
  expect(await findBySource(before.store, 'urn:wire:1')).toBeNull();
});

test('a cancellation is remembered for versions that come in a later import', async () => {
  const { outcomes, write, stored } = await newsroom({ 'a.json': canceled(4) });
  const unknown = 'held: Its agency withdrew it. It is not here (“urn:wire:1”).';
  expect(await outcomes(undefined, { isDryRun: true })).toEqual({ 'a.json': unknown });
  expect(await outcomes()).toEqual({ 'a.json': unknown });
  expect(await outcomes()).toEqual({ 'a.json': 'unchanged' });
  write('a.json', item(3));
  expect(await outcomes()).toEqual({ 'a.json': `held: ${NOT_NEWER}` });
  write('a.json', item(5));
  expect(await outcomes()).toEqual({ 'a.json': 'new' });
  expect((await stored('ferries')).body).toBe('<p>Version of 5.</p>');
});

test('a cancellation without a date is final', async () => {
  const { outcomes, write } = await newsroom({
    'a.json': item(4, { pubstatus: 'canceled', versioncreated: undefined }),
  });
  await outcomes();
  write('a.json', item(5));
  expect(await outcomes()).toEqual({ 'a.json': `held: ${NOT_NEWER}` });
});

test('a cancellation older than what is here is left', async () => {
  const { outcomes, write, store } = await newsroom({ 'a.json': item(5) });
  await outcomes();
  write('a.json', canceled(4));
  expect(await outcomes()).toEqual({ 'a.json': OLDER });
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'published' });
});

test('an embargo is honoured, and a cancellation reaches behind it', async () => {
  const embargoed = '2999-01-01T00:00:00Z';
  const { outcomes, write, store } = await newsroom({ 'a.json': item(3, { embargoed }) });
  expect(await outcomes()).toEqual({
    'a.json': 'held: It is stored and appears at 2999-01-01T00:00:00.000Z.',
  });
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'embargoed' });
  write('a.json', canceled(4));
  await outcomes();
  await releaseEmbargoed(store, '2999-01-02T00:00:00.000Z');
  expect(await findBySource(store, 'urn:wire:1')).toMatchObject({ state: 'withdrawn' });
});
