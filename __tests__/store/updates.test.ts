import { afterEach, expect, test } from '@jest/globals';
import { markdownStory } from './import-folder.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

afterEach(closeNewsrooms);

const NIGHT = 'The boat came in at night.';

test('readers are told of an update when the words change, and earlier versions stay', async () => {
  const file = 'ferry.md';
  const { run, stored, write, store } = await newsroom({ [file]: markdownStory('Ferry') });
  await run();
  expect(await stored('ferry')).toMatchObject({ updated: null, revision: 1 });

  write(file, markdownStory('Ferry', 'topics: [Boats]\nupdated: 2026-10-08T10:00:00Z'));
  expect((await run()).counts).toMatchObject({ changed: 1 });
  expect(await stored('ferry')).toMatchObject({ updated: null, revision: 2 });

  const from = new Date().toISOString();
  write(file, markdownStory('Ferry', '', NIGHT));
  await run();
  const changed = await stored('ferry');
  expect(changed.updated && changed.updated >= from).toBe(true);

  write(file, markdownStory('Ferry', `updated: 2126-10-09T10:00:00Z`, 'It did not come.'));
  await run();
  expect(await stored('ferry')).toMatchObject({ updated: '2126-10-09T10:00:00.000Z' });

  const revisions = await store.db
    .selectFrom('revisions')
    .select(['revision', 'document'])
    .orderBy('revision')
    .execute();
  expect(revisions.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  expect(revisions[2]?.document).toContain(NIGHT);
});

test('what changed before readers could see it is no update', async () => {
  const embargo = 'embargoedUntil: 2126-01-01T00:00:00Z';
  const { run, stored, write } = await newsroom({ 'ferry.md': markdownStory('Ferry', embargo) });
  await run();
  write('ferry.md', markdownStory('Ferry', embargo, NIGHT));
  await run();
  expect(await stored('ferry')).toMatchObject({ updated: null, revision: 2 });
});
