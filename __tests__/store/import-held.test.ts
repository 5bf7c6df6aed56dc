import { afterEach, expect, test } from '@jest/globals';
import { runProgram } from '#lib/cli/program.ts';
import { listHeld, publishHeld } from '#lib/store/held.ts';
import { holdArticle } from '#lib/store/hold.ts';
import { openStore } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { markdownStory } from './import-folder.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

afterEach(closeNewsrooms);

const NO_HEADERS = '\n\n<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>';
const HOLD = { policy: 'hold' } as const;
const OVERRIDE = { editor: 'Ifeoma', reason: 'It is a list', actor: EDITOR };

const story = (headline: string, more = '') => `${markdownStory(headline)}${more}`;

test('a story with serious findings waits, each time with its reasons, until it is let through', async () => {
  const { outcomes, run, stories, store } = await newsroom({
    'a.md': story('Prices', NO_HEADERS),
    'b.md': story('Ferries'),
  });
  const first = await outcomes([stories], HOLD);
  const [held] = await listHeld(store);
  const id = held?.id ?? '';
  expect(first).toEqual({
    'a.md': `held: It waits for an editor, with 1 serious finding: Table 1 of the text (“a, 1, b, 2”) has no header cells, so who hears it doesn’t know what a number stands for. Make the cells that head columns or rows header cells (<th>). To publish it as it is: bin/lede held publish ${id} --reason "…".`,
    'b.md': 'new',
  });
  expect(await outcomes([stories], HOLD)).toEqual({ ...first, 'b.md': 'unchanged' });
  expect((await outcomes())['a.md']).toBe(first['a.md']);

  await publishHeld(store, id, OVERRIDE);
  expect(await outcomes([stories], HOLD)).toEqual({ 'a.md': 'unchanged', 'b.md': 'unchanged' });
  const { stories: report } = await run([stories], HOLD);
  expect(report.map(({ findings }) => findings.length)).toEqual([1, 0]);
});

test('an update with new barriers waits, and what readers have stays', async () => {
  const { outcomes, run, stories, store, stored, write } = await newsroom({
    'a.md': story('Prices'),
  });
  await run([stories], HOLD);
  write('a.md', story('Prices fall', NO_HEADERS));
  const waiting = (await outcomes([stories], HOLD))['a.md'];
  expect(waiting).toMatch(
    /^held: It waits for an editor, with 1 serious finding: .* The version that is here stays meanwhile\. To publish it as it is: bin\/lede held publish \S+ --reason "…"\.$/,
  );
  expect((await outcomes([stories], HOLD))['a.md']).toBe(waiting);
  expect((await stored('a')).headline).toBe('Prices');

  await publishHeld(store, (await stored('a')).id, OVERRIDE);
  expect(await stored('a')).toMatchObject({ headline: 'Prices fall', revision: 2 });
  expect(await outcomes([stories], HOLD)).toEqual({ 'a.md': 'unchanged' });
});

test('a source that publishes says what it found and holds nothing', async () => {
  const { run, stories, store } = await newsroom({ 'a.md': story('Prices', NO_HEADERS) });
  const { stories: report, counts } = await run([stories]);
  expect(counts).toMatchObject({ new: 1, held: 0 });
  expect(report[0]?.findings.map(({ rule }) => rule)).toEqual(['table-without-headers']);
  expect(await listHeld(store)).toEqual([]);
});

test('a run that stores nothing says what would wait', async () => {
  const { outcomes, stories, store } = await newsroom({ 'a.md': story('Prices', NO_HEADERS) });
  const said = await outcomes([stories], { ...HOLD, isDryRun: true });
  expect(said['a.md']).toMatch(
    /^held: It waits for an editor, with 1 serious finding: .*<th>\)\.$/,
  );
  expect(await listHeld(store)).toEqual([]);
});

test('the command line lists, audits and publishes what waits', async () => {
  const { top, media, stories } = await newsroom({
    'a.md': story('Prices', NO_HEADERS),
    'b.md': story('Ferries', '\n\nSee [here](https://x.example/).'),
  });
  const env = { LEDE_DATABASE: `file:${top}/lede.db`, LEDE_MEDIA: media, USER: 'ifeoma' };
  const lede = async (...words: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await runProgram(words, {
      env,
      print: (line) => out.push(line),
      tell: (line) => err.push(line),
      standBack: () => {},
      ask: null,
      live: null,
    });
    return { status, out: out.join('\n'), err: err.join('\n') };
  };
  expect((await lede('held', 'list')).out).toBe('Nothing waits.');
  await lede('import', stories, '--lang', 'en', '--hold');
  const listed = JSON.parse((await lede('held', 'list', '--json')).out);
  expect(listed).toMatchObject([{ headline: 'Prices', isUpdate: false }]);
  const { id } = listed[0];
  expect((await lede('held', 'list')).out).toMatch(
    new RegExp(`^${id} \\[en\\] “Prices”, since \\S+Z\n  table-without-headers: Table 1 `),
  );

  const audit = await lede('audit');
  expect(audit.status).toBe(0);
  expect(audit.out).toContain('/en/articles/a (held): “Prices”\n  serious  Table 1 of the text');
  expect(audit.out).toContain('/en/articles/b: “Ferries”\n  minor    The link “here”');
  expect(audit.out).toContain(
    'Stories with findings: 2. Findings: 1 serious, 1 minor.\n  link-text-vague                 1\n  table-without-headers           1',
  );
  expect(JSON.parse((await lede('audit', '--json', '/en/articles/b')).out)).toMatchObject({
    stories: [{ slug: 'b' }],
    totals: { serious: 0, minor: 1, rules: { 'link-text-vague': 1 } },
  });
  expect((await lede('audit', '--fail-on', 'serious')).status).toBe(1);
  expect((await lede('audit', '--fail-on', 'serious', '/en/articles/b')).status).toBe(0);
  expect((await lede('audit', '--fail-on', 'minor', '/en/articles/b')).status).toBe(1);
  expect((await lede('audit', '--lang', 'fa')).out).toBe('Nothing was found.');
  expect((await lede('audit', '/en/articles/none')).err).toBe(
    'There is no story at /en/articles/none.',
  );

  expect((await lede('held', 'publish', id)).status).toBe(2);
  expect((await lede('held', 'publish', id, '--reason', ' ')).err).toBe(
    'Say in --reason why it is published.',
  );
  expect(await lede('held', 'publish', '/en/articles/a', '--reason', 'It is a list')).toEqual({
    status: 0,
    out: 'Published: /en/articles/a',
    err: '',
  });
  const opened = await openStore(env.LEDE_DATABASE);
  await holdArticle(opened, id, 'The lawyer asks', EDITOR);
  await opened.close();
  expect((await lede('held', 'list')).out).toMatch(
    /since \S+Z\n {2}held by an editor: The lawyer asks\n {2}table-without-headers: Table 1 /,
  );
  await lede('held', 'publish', id, '--reason', 'The lawyer agrees');
  expect((await lede('held', 'publish', id, '--reason', 'Again')).err).toBe(
    `The story at ${id} does not wait for an editor.`,
  );
});

test('what an editor holds is held on each import, and told with the reason', async () => {
  const { outcomes, stories, store, stored, write } = await newsroom({
    'b.md': story('Ferries'),
  });
  await outcomes();
  const { id } = await stored('b');
  await holdArticle(store, id, 'The lawyer asks', EDITOR);
  const held = `held: An editor holds this story: “The lawyer asks”. To publish it as it is: bin/lede held publish ${id} --reason "…".`;
  write('b.md', story('Ferries are back'));
  const preview = await outcomes([stories], { isDryRun: true });
  expect(preview['b.md']).toBe('held: An editor holds this story: “The lawyer asks”.');
  expect(await outcomes()).toEqual({ 'b.md': held });
  expect(await outcomes()).toEqual({ 'b.md': held });
  write('b.md', story('Prices', NO_HEADERS));
  expect(await outcomes([stories], HOLD)).toEqual({ 'b.md': held });
  expect(await outcomes()).toEqual({ 'b.md': held });
  expect(await stored('b')).toMatchObject({ headline: 'Prices', revision: 3 });
});
