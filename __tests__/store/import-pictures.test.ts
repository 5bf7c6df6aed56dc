import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import { markdownStory } from './import-folder.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

// Pictures take their time on a busy machine.
jest.setTimeout(60_000);

let png: Buffer;

beforeAll(async () => {
  png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#0a3f8f' } })
    .png()
    .toBuffer();
});

afterEach(closeNewsrooms);

test('pictures come with the story: over it, in it, beside its author', async () => {
  const lines = `image: { url: a.png, alt: A boat, caption: At sea, credit: J. C. }
authors: [{ name: Mira Solheim, image: { url: img/a.png, alt: A drawing } }]`;
  const body =
    'Text.\n\n{% include photo.html file="/img/a.png" caption="Seen" credit="(M. S.)" %}';
  const { run, stored } = await newsroom({
    'a.md': markdownStory('A', lines, body),
    'a.png': png,
    'img/a.png': png,
  });
  expect((await run()).stories[0]?.warnings).toEqual([]);
  const story = await stored('a');
  expect(story.image).toMatchObject({
    width: 400,
    height: 300,
    widths: [320, 400],
    alt: 'A boat',
    caption: 'At sea',
    credit: 'J. C.',
  });
  expect(story.authors[0]?.image).toMatchObject({ alt: 'A drawing', widths: [96, 192, 384] });
  expect(story.body).toContain(`<img src="/media/${story.image?.id}-400.webp" alt=""`);
  expect(story.body).toContain('<figcaption>Seen <span class="credit">M. S.</span></figcaption>');
});

test('a picture that can’t be had leaves the story readable, and is tried again', async () => {
  const body = '![A](gone.png)\n\nText. ![B](b.png)';
  const { run, stored, write } = await newsroom({
    'a.md': markdownStory('A', 'image: fake.png', body),
    'fake.png': 'no picture',
  });
  const first = await run();
  expect(first.counts).toMatchObject({ new: 1, failed: 0 });
  expect(first.stories[0]?.warnings).toEqual([
    'The picture fake.png was left out: it is no picture (1 kB of something else).',
    'The picture gone.png was left out: there is no such file.',
    'The picture b.png was left out: there is no such file.',
  ]);
  expect(await stored('a')).toMatchObject({ image: null, body: '<p>Text. </p>' });

  const again = await run();
  expect(again.counts).toMatchObject({ unchanged: 1 });
  expect(again.stories[0]?.warnings).toHaveLength(3);

  write('gone.png', png);
  expect((await run()).counts).toMatchObject({ changed: 1 });
  expect((await stored('a')).body).toContain('<figure>');
  write('b.png', png);
  write('fake.png', png);
  expect((await run()).counts).toMatchObject({ changed: 1 });
  const whole = await run();
  expect(whole.counts).toMatchObject({ unchanged: 1 });
  expect(whole.stories[0]?.warnings).toEqual([]);
});

test('another picture under the same name is a change', async () => {
  const { run, write } = await newsroom({
    'a.md': markdownStory('A', 'image: a.png'),
    'a.png': png,
  });
  await run();
  write('a.png', await sharp(png).negate().png().toBuffer());
  expect((await run()).counts).toMatchObject({ changed: 1 });
});

test('a story is fetched from its address, and its pictures from beside it', async () => {
  const { run, stored } = await newsroom({});
  const server = createServer((request, response) => {
    if (request.url === '/news/2026-10-07-ferries.md')
      response.end(markdownStory('F', 'image: a.png'));
    else if (request.url === '/news/a.png') response.end(png);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { counts, stories } = await run([
    `${origin}/news/2026-10-07-ferries.md`,
    `${origin}/gone.md`,
  ]);
  server.close();
  server.closeAllConnections();
  expect(counts).toMatchObject({ new: 1, failed: 1 });
  expect(stories[1]?.reason).toBe('It can’t be had: its server answered 404 Not Found.');
  expect((await stored('ferries')).image).toMatchObject({ width: 400 });
});
