import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import { openFetcher } from '#lib/ingest/fetch/fetcher.ts';
import { openPictureDesk, type PictureDesk } from '#lib/ingest/pictures.ts';
import { corpus } from '../corpora.ts';
import { testWith } from '../test-with.ts';

// Pictures take their time on a busy machine.
jest.setTimeout(60_000);

const top = mkdtempSync(path.join(tmpdir(), 'lede-pictures-'));
const media = path.join(top, 'media');
const stories = path.join(top, 'site', 'stories');
const base = { folder: path.join(stories, 'en'), root: stories };

const THIS_MACHINE = [{ subnet: '127.0.0.1', prefix: 32, family: 'ipv4' as const }];

/** Answers by path; counts what it is asked. */
const answers = new Map<string, (response: import('node:http').ServerResponse) => void>();
const asked: string[] = [];
let server: Server;
let origin: string;
let desk: PictureDesk;
let png: Buffer;

beforeAll(async () => {
  mkdirSync(base.folder, { recursive: true });
  png = await plain(1000, 500).png().toBuffer();
  writeFileSync(path.join(base.folder, 'sea.png'), png);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    if (answer) answer(response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(top, { recursive: true });
});

beforeEach(() => {
  desk = openPictureDesk(media, openFetcher({ hosts: THIS_MACHINE }));
});

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#0a3f8f' } });
}

test('a picture is made in each width up to its own, in both formats', async () => {
  const picture = await desk.make('sea.png', base, 'story');
  expect(picture).toMatchObject({ width: 1000, height: 500, widths: [320, 640, 1000] });
  expect(picture.id).toMatch(/^[0-9a-f]{24}$/);
  for (const width of picture.widths) {
    for (const format of ['avif', 'webp']) {
      const file = readFileSync(path.join(media, `${picture.id}-${width}.${format}`));
      const facts = await sharp(file).metadata();
      expect(facts).toMatchObject({ width, height: width / 2, space: 'srgb' });
      expect(facts.format).toBe(format === 'avif' ? 'heif' : 'webp');
    }
  }
  expect(readdirSync(media).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('what is there already is not made again', async () => {
  const { id } = await desk.make('sea.png', base, 'story');
  const file = path.join(media, `${id}-320.webp`);
  const made = statSync(file).mtimeMs;
  await openPictureDesk(media).make('sea.png', base, 'story');
  expect(statSync(file).mtimeMs).toBe(made);
});

test('an author’s picture is made small', async () => {
  expect(await desk.make('sea.png', base, 'portrait')).toMatchObject({ widths: [96, 192, 384] });
});

test('a drawing is made as wide as the widest, whatever its size', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><circle r="40"/></svg>';
  writeFileSync(path.join(base.folder, 'drawing.svg'), svg);
  const picture = await desk.make('drawing.svg', base, 'portrait');
  expect(picture).toMatchObject({ width: 384, height: 216, widths: [96, 192, 384] });
});

test('a picture stands upright and carries no metadata', async () => {
  const turned = await plain(600, 300)
    .jpeg()
    .withExif({ IFD0: { Artist: 'Nobody', Copyright: 'x' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  writeFileSync(path.join(base.folder, 'turned.jpg'), turned);
  const picture = await desk.make('turned.jpg', base, 'story');
  expect(picture).toMatchObject({ width: 300, height: 600 });
  const facts = await sharp(path.join(media, `${picture.id}-300.webp`)).metadata();
  expect(facts).toMatchObject({ width: 300, height: 600 });
  expect(facts.exif).toBeUndefined();
});

test.each([
  [
    'a text that calls itself a picture',
    'note.jpg',
    () => Buffer.from('no picture'),
    'it is no picture',
  ],
  [
    'a file of another kind',
    'report.png',
    () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
    'it is a PDF file',
  ],
  ['half a picture', 'half.png', () => png.subarray(0, png.length / 2), 'it is damaged'],
  ['a counting pixel', 'pixel.png', () => plain(1, 1).png().toBuffer(), 'it is only 1 × 1 pixels'],
  [
    'too many pixels',
    'wide.png',
    () => plain(9000, 5000).png().toBuffer(),
    'the limit is 40 megapixels',
  ],
  [
    'a drawing that would be endless',
    'long.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="100000"/>'),
    'the limit is 40 megapixels',
  ],
  ['nothing', 'empty.png', () => Buffer.alloc(0), 'it is '],
])('%s is refused with the reason', async (_, name, make, reason) => {
  writeFileSync(path.join(base.folder, name), await make());
  await expect(desk.make(name, base, 'story')).rejects.toThrow(reason);
});

test.each([
  ['beside the story', 'sea.png'],
  ['above it, in the imported folder', '../shared.png'],
  ['beside the imported folder', '../../pictures/sea.png'],
  ['at the root of the site', '/img/sea.png'],
  ['under a name with signs', 'sea%20%C3%A9.png?v=1#x'],
])('a file %s is found', async (_, url) => {
  for (const place of [
    'stories/shared.png',
    'pictures/sea.png',
    'stories/img/sea.png',
    'stories/en/sea é.png',
  ]) {
    const file = path.join(top, 'site', place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, png);
  }
  expect(await desk.make(url, base, 'story')).toMatchObject({ width: 1000 });
});

test.each([
  ['a file far away', '../../../secret.png', 'it lies outside of the imported folder'],
  [
    'a file of the machine',
    '/../../../../etc/hosts',
    /outside of the imported folder|no such file/,
  ],
  ['a link that leads out', 'link.png', 'it lies outside of the imported folder'],
  ['a file by its address', 'file:///etc/hostname', 'its address begins with “file:”'],
  ['a picture inside the address', 'data:image/png;base64,AAAA', 'its address begins with “data:”'],
  ['a file that is not there', 'gone.png', 'there is no such file'],
  ['a folder', '.', 'it is not a file'],
])('%s is not taken', async (_, url, reason) => {
  writeFileSync(path.join(top, 'secret.png'), png);
  rmSync(path.join(base.folder, 'link.png'), { force: true });
  symlinkSync(path.join(top, 'secret.png'), path.join(base.folder, 'link.png'));
  await expect(desk.make(url, base, 'story')).rejects.toThrow(reason);
});

test('a story that came by itself has no files', async () => {
  await expect(desk.make('sea.png', null, 'story')).rejects.toThrow('neither an http nor an https');
});

test('a picture is fetched, over redirects, once for all stories', async () => {
  answers.set('/sea', (response) => response.writeHead(302, { location: '/sea.png' }).end());
  answers.set('/sea.png', (response) => response.end(png));
  const [one, two] = await Promise.all([
    desk.make(`${origin}/sea`, null, 'story'),
    desk.make('sea', { address: `${origin}/story` }, 'story'),
  ]);
  expect(one).toEqual(two);
  expect(asked.filter((url) => url === '/sea')).toHaveLength(1);
});

test.each([
  [
    'an error',
    '/broken',
    (response: import('node:http').ServerResponse) => response.writeHead(500).end(),
    'its server answered 500',
  ],
  [
    'a circle',
    '/circle',
    (response: import('node:http').ServerResponse) =>
      response.writeHead(301, { location: '/circle' }).end(),
    'without end',
  ],
  [
    'a way out to a file',
    '/out',
    (response: import('node:http').ServerResponse) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'begins with “file:”',
  ],
  [
    'more than is allowed',
    '/large',
    (response: import('node:http').ServerResponse) =>
      response.writeHead(200, { 'content-length': '31000000' }).end(),
    'larger than 30 MB',
  ],
  [
    'a page',
    '/page',
    (response: import('node:http').ServerResponse) => response.end('<!doctype html>'),
    'it is no picture',
  ],
])('a server that answers with %s is reported', async (_, url, answer, reason) => {
  answers.set(url, answer);
  await expect(desk.make(origin + url, null, 'story')).rejects.toThrow(reason);
});

test('an endless answer is dropped at the limit', async () => {
  answers.set('/endless', (response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
    };
    response.on('drain', more);
    more();
  });
  await expect(desk.make(`${origin}/endless`, null, 'story')).rejects.toThrow('larger than 30 MB');
});

test('a host that can’t be reached is asked twice, then no more', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => nobody.once('listening', resolve));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((resolve) => nobody.close(resolve));
  const attempt = (name: string) => desk.make(`http://127.0.0.1:${port}/${name}`, null, 'story');
  await expect(attempt('a.png')).rejects.toThrow('its host refused the connection');
  await expect(attempt('b.png')).rejects.toThrow('its host refused the connection');
  await expect(attempt('c.png')).rejects.toThrow('could not be reached before');
});

const photographs = corpus('images');
testWith(photographs, 'real photographs, each as upright as its camera was held')(async () => {
  const special = path.join(photographs.folder, 'sharp-special/test/fixtures');
  const folder = { folder: special, root: special };
  for (const [name, width, height] of [
    ['Landscape_6.jpg', 600, 450],
    ['Portrait_6.jpg', 450, 600],
  ] as const) {
    expect(await desk.make(name, folder, 'story')).toMatchObject({ width, height });
  }
}, 30_000);
