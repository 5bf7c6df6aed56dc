import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { runProgram } from '#lib/cli/program.ts';
import { importFolder, markdownStory } from './import-folder.ts';

// Each command line that is run for itself starts Node.
jest.setTimeout(60_000);

const ROOT = path.join(import.meta.dirname, '..', '..');
const { top, stories, media, write } = importFolder({
  'good.md': markdownStory('Good', 'image: gone.png'),
  'bad.md': 'No front matter.',
  'draft.md': markdownStory('Draft', 'draft: true'),
});
const env = { LEDE_DATABASE: `file:${path.join(top, 'lede.db')}`, LEDE_MEDIA: media };

afterAll(() => rmSync(top, { recursive: true }));

/** Runs a command line; what it printed is in `out`, what it told beside that in `err`. */
async function lede(words: string[], settings: Record<string, string> = env, isWatched = false) {
  const out: string[] = [];
  const err: string[] = [];
  const live: string[] = [];
  const status = await runProgram(words, {
    env: settings,
    print: (line) => out.push(line),
    tell: (line) => err.push(line),
    standBack: () => {},
    ask: null,
    live: isWatched ? { write: (text) => live.push(text) } : null,
  });
  return { status, out: out.join('\n'), err: err.join('\n'), live: live.join('') };
}

test('an import prints a table, then each story that needs a look', async () => {
  const { status, out, err } = await lede(['import', stories]);
  expect(out).toBe(`Imported:
  new       1
  changed   0
  unchanged 0
  held      1
  failed    1
Accessibility findings: 1 serious, 0 minor. To read them: bin/lede audit

Failed:
  ${stories}/bad.md
    It is not a story: it has no front matter, the lines between “---” and “---” at its top that give at least a title and a date.

Held:
  ${stories}/draft.md
    It is a draft (“draft: true”).

Left out of stories:
  ${stories}/good.md
    The picture gone.png was left out: there is no such file.`);
  expect({ status, err }).toEqual({ status: 1, err: '' });
});

test('without a failure the exit status is 0, for several arguments too', async () => {
  const other = write('other/b.md', markdownStory('B'));
  const { status, out } = await lede(['import', path.join(stories, 'good.md'), other]);
  expect(status).toBe(0);
  expect(out).toContain('new       1');
  expect(out).toContain('unchanged 1');
});

test('as JSON, a program can read it', async () => {
  const { out } = await lede(['import', '--json', path.join(stories, 'good.md')]);
  expect(JSON.parse(out)).toMatchObject({
    counts: { new: 0, unchanged: 1 },
    stories: [{ outcome: 'unchanged', story: { lang: 'en', slug: 'good', headline: 'Good' } }],
  });
});

test('a dry run says that nothing was stored', async () => {
  const file = write('dry.md', markdownStory('Dry'));
  const first = await lede(['import', '--dry-run', file]);
  expect(first.out).toContain('Nothing was stored. An import would give:\n  new       1');
  expect((await lede(['import', '--dry-run', file])).out).toContain('new       1');
});

test('language and section are for stories that don’t say them', async () => {
  const file = write('plain.md', '---\ntitle: Plain\ndate: 2026-10-07\n---\nText.\n');
  const { out } = await lede(['import', '--json', '--lang', 'fa', '--section', 'world', file]);
  expect(JSON.parse(out).stories[0].story).toMatchObject({ lang: 'fa' });
});

test('a person who watches sees a bar grow, and then no bar', async () => {
  const { live } = await lede(['import', stories], env, true);
  expect(live).toMatch(/█+░+ 1 of \d+ files/);
  expect(live.endsWith('\r\u001b[K')).toBe(true);
});

test.each([
  ['no command', [], 'Usage: lede'],
  ['a command that is none', ['improt', 'x'], 'Unknown command'],
  ['nothing to import', ['import'], 'Missing required argument'],
  ['an option that is none', ['import', 'x', '--quick'], 'Unknown option'],
  [
    'a language that Lede doesn’t have',
    ['import', 'x', '--lang', 'xx'],
    'Allowed choices are en, fa, km.',
  ],
  [
    'a section without letters',
    ['import', 'x', '--section', '!'],
    'A section needs a name with letters.',
  ],
])('used wrongly: %s', async (_, words, sentence) => {
  const { status, out, err } = await lede(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
});

test('help is no error', async () => {
  const { status, out } = await lede(['import', '--help']);
  expect(status).toBe(0);
  expect(out).toContain('Usage: lede import');
});

test('a bad setting is named in one sentence', async () => {
  const { status, err } = await lede(['import', stories], { ...env, LEDE_LANGS: 'xx' });
  expect(status).toBe(1);
  expect(err).toBe('LEDE_LANGS must list editions among en, fa, km. It is “xx”.');
});

test('bin/lede works from any folder, by any Node', () => {
  const run = (words: string[], file = path.join(ROOT, 'bin', 'lede')) =>
    spawnSync(file, words, {
      cwd: top,
      encoding: 'utf8',
      // Without our own Node on the path, as in a person's shell.
      env: {
        ...process.env,
        ...env,
        PATH: (process.env.PATH ?? '').replaceAll(/[^:]*node_modules[^:]*:/g, ''),
      },
    });
  const good = run(['import', '--json', path.relative(top, path.join(stories, 'good.md'))]);
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(good.stdout).counts).toMatchObject({ unchanged: 1 });
  expect(run(['import', 'gone']).status).toBe(1);
  expect(run(['import']).status).toBe(2);

  const bare = mkdtempSync(path.join(tmpdir(), 'lede-bare-'));
  cpSync(path.join(ROOT, 'bin', 'lede'), path.join(bare, 'bin', 'lede'));
  cpSync(path.join(ROOT, 'package.json'), path.join(bare, 'package.json'));
  const missing = run(['import', 'x'], path.join(bare, 'bin', 'lede'));
  rmSync(bare, { recursive: true });
  expect(missing.status).toBe(1);
  expect(missing.stderr).toMatch(/^Lede is not installed yet\. Run “npm start”.*\n$/);
  expect(existsSync(media) ? readdirSync(media) : []).toEqual([]);
});
