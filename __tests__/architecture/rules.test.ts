import { expect, test } from '@jest/globals';
import { type Module, readModule } from './read-module.ts';
import {
  circles,
  clientCodeUnmarked,
  filesTooLong,
  namesThatSayNothing,
  wallsBroken,
} from './rules.ts';

/** A rule that could not be broken would hold nothing: here each one is. */

const read = (house: Record<string, string>): Module[] =>
  Object.entries(house).map(([file, text]) => readModule(file, text));

const BROKEN_WALLS: { name: string; file: string; text: string; says: RegExp }[] = [
  {
    name: 'the model imports text',
    file: 'lib/model/article.ts',
    text: "import { slug } from '#lib/text/slug.ts';",
    says: /nothing else of ours/,
  },
  {
    name: 'news knows ingest',
    file: 'lib/news/front-page.ts',
    text: "import { importStory } from '../ingest/import-story.ts';",
    says: /nothing of ingest/,
  },
  {
    name: 'ingest knows news',
    file: 'lib/ingest/import-story.ts',
    text: "import { frontPage } from '#lib/news/front-page.ts';",
    says: /knows nothing of the way out/,
  },
  {
    name: 'a component asks the store, if only for a type',
    file: 'components/front/Teaser.tsx',
    text: "import type { Store } from '#lib/store/open-store.ts';",
    says: /no store, no config, no route/,
  },
  {
    name: 'a component reads a route',
    file: 'components/layout/Page.tsx',
    text: "import { usePathname } from 'next/navigation';",
    says: /know no route/,
  },
  {
    name: 'a route asks the store',
    file: 'app/[lang]/page.tsx',
    text: "export const load = () => import('#lib/store/articles.ts');",
    says: /pass by the cache/,
  },
  {
    name: 'a setting is handed on',
    file: 'lib/text/slug.ts',
    text: "export { readConfig } from '#lib/config/config.ts';",
    says: /pure/,
  },
  {
    name: 'a folder is new',
    file: 'lib/weather/forecast.ts',
    text: 'export const sun = true;',
    says: /no place in the house yet/,
  },
];

test.each(BROKEN_WALLS)('a broken wall is seen: $name', ({ file, text, says }) => {
  expect(wallsBroken(read({ [file]: text }))).toEqual([expect.stringMatching(says)]);
});

test('what stands in comments, strings and other rooms’ names is no import', () => {
  const text = `// import '#lib/store/a.ts'\nexport const a = "import '#lib/store/a.ts'";`;
  expect(wallsBroken(read({ 'lib/model/a.ts': text }))).toEqual([]);
});

test('a circle is seen, through a type too', () => {
  const house = {
    'lib/text/a.ts': "import './b.ts';",
    'lib/text/b.ts': "import type { C } from './c.ts';",
    'lib/text/c.ts': "export * from './a.ts';",
  };
  expect(circles(read(house))).toEqual([
    expect.stringContaining('lib/text/a.ts -> lib/text/b.ts -> lib/text/c.ts -> lib/text/a.ts'),
  ]);
});

test.each([
  ['unnamed', 'components/alert/Alert.tsx', "'use client';\nexport const a = 1;", /\.client\.tsx/],
  ['unsaid', 'components/alert/Alert.client.tsx', 'export const a = 1;', /does not say/],
])('client code that is %s is seen', (_, file, text, says) => {
  expect(clientCodeUnmarked(read({ [file]: text }))).toEqual([expect.stringMatching(says)]);
});

test('a long file is seen, but not a long list of words', () => {
  const long = '//\n'.repeat(301);
  const house = { 'lib/text/a.ts': long, 'lib/messages/en.ts': long };
  expect(filesTooLong(read(house))).toEqual([expect.stringMatching(/^lib\/text\/a\.ts has 301/)]);
});

test.each(['lib/utils/date.ts', 'lib/text/helpers.ts', 'components/common/Box.tsx', 'app/misc.ts'])(
  'a name for anything is seen: %s',
  (file) => {
    expect(namesThatSayNothing([file])).toHaveLength(1);
  },
);
