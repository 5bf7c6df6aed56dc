import { expect } from '@playwright/test';
import { HOSTILE, type Vector } from '../hostile-vectors.ts';
import { importFile } from './new-story.ts';
import { test } from './test.ts';

/** At most as many stories to a test, so that none takes longer than a minute. */
const A_TEST = 80;

for (const { name, from, read } of HOSTILE) {
  const vectors = from.isHere ? read(from.folder) : [];
  for (let start = 0; start < Math.max(vectors.length, 1); start += A_TEST) {
    const some = vectors.slice(start, start + A_TEST);
    test(`nothing runs and nothing is fetched: ${name}, from ${start + 1}`, async ({
      page,
      newsroom,
    }) => {
      test.skip(!from.isHere, `there is no ${from.folder}`);
      test.setTimeout(180_000);
      page.on('dialog', (dialog) => {
        throw new Error(`A script said: ${dialog.message()}`);
      });
      const slug = (index: number) => `hostile-${start + index}-${name.replaceAll(/\W+/g, '-')}`;
      await importFile(
        newsroom,
        'hostile.json',
        JSON.stringify(some.map((vector, index) => storyOf(vector, slug(index)))),
      );
      for (const [index, { name: vector }] of some.entries()) {
        const address = `/en/articles/${slug(index)}`;
        const answer = await page.goto(address, { waitUntil: 'load' });
        expect(answer?.status(), vector).toBe(200);
        // Nothing of it reaches beyond the story.
        await expect(page.getByRole('main').getByText('Words before.'), vector).toBeVisible();
        await expect(page.getByRole('contentinfo'), vector).toBeVisible();
        await expect(page.getByRole('heading', { level: 1 }), vector).toHaveCount(1);
        expect(new URL(page.url()).pathname, vector).toBe(address);
      }
    });
  }
}

/** The vector within a text, and wherever else a sender may write. */
function storyOf({ input }: Vector, slug: string) {
  const line = input.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || 'Nothing';
  return {
    sourceId: `hostile/${slug}`,
    lang: 'en',
    slug,
    headline: line,
    standfirst: line,
    section: 'Harbours, quays & slow water',
    authors: [{ name: line, description: line }],
    dateline: line,
    published: '2020-01-01T00:00:00Z',
    body: `<p>Words before.</p>${input}<p>Words after.</p>`,
  };
}
