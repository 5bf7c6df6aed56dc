import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import type { FetchHost } from '#lib/config/fetch-hosts.ts';
import { openFetcher, userAgentOf } from '#lib/ingest/fetch/fetcher.ts';

const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0)) step();
});

/** A server on this machine; answers its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  undo.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const HERE: FetchHost[] = [{ subnet: '127.0.0.1', prefix: 32, family: 'ipv4' }];
const reader = { hosts: HERE, userAgent: 'Lede (test)' };
const { get, ask } = openFetcher(reader);

test('what stands at an address comes with what its server says of it', async () => {
  const asked: unknown[] = [];
  const port = await serve((request, response) => {
    asked.push(request.headers['user-agent'], request.headers['accept-encoding']);
    response.setHeader('content-type', 'text/plain; charset="koi8-r"').end('text');
  });
  const address = `http://127.0.0.1:${port}/a`;
  expect(await get(address, 10)).toEqual({
    bytes: Buffer.from('text'),
    address,
    charset: 'koi8-r',
  });
  expect(asked).toEqual(['Lede (test)', 'gzip, br, zstd']);
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
])('%s is unpacked, up to the limit and no further', async (encoding, pack) => {
  const bomb = pack(Buffer.alloc(50_000_000));
  const port = await serve(({ url }, response) => {
    response.setHeader('content-encoding', encoding);
    response.end(url === '/bomb' ? bomb : pack('x'.repeat(90_000)));
  });
  const { bytes } = await get(`http://127.0.0.1:${port}/`, 90_000);
  expect(bytes.toString()).toBe('x'.repeat(90_000));
  const before = process.memoryUsage().rss;
  await expect(get(`http://127.0.0.1:${port}/bomb`, 90_000)).rejects.toThrow(
    'it is larger than 90 kB',
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
});

test('a packing that breaks off is read as far as it goes; nonsense is refused', async () => {
  const packed = gzipSync('x'.repeat(1000) + Math.random());
  const port = await serve(({ url }, response) => {
    response.setHeader('content-encoding', url === '/other' ? 'compress' : 'gzip');
    response.end(url === '/cut' ? packed.subarray(0, -10) : 'nonsense');
  });
  const from = (path: string) => get(`http://127.0.0.1:${port}/${path}`, 10_000);
  expect((await from('cut')).bytes.toString()).toMatch(/^x{100}/);
  await expect(from('nonsense')).rejects.toThrow('compressed in a way that can’t be read');
  await expect(from('other')).rejects.toThrow('packed in a way that was not asked for');
});

test.each([
  ['says so', { 'content-length': '5000' }],
  ['does not say so', {}],
])('what is too large is not taken, if its server %s', async (_, headers) => {
  const port = await serve((_request, response) => {
    response.writeHead(200, headers);
    response.end('x'.repeat(5000));
  });
  await expect(get(`http://127.0.0.1:${port}/`, 4000)).rejects.toThrow('it is larger than 4 kB');
});

test('an answer that says nothing more, or never ends, is left', async () => {
  const { get } = openFetcher({ ...reader, patience: { idle: 300, total: 1000 } });
  const port = await serve(({ url }, response) => {
    if (url === '/silent') return;
    response.write('x');
    const drops = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(drops));
  });
  await expect(get(`http://127.0.0.1:${port}/silent`, 1000)).rejects.toMatchObject({
    message: 'its host sent nothing for 1 seconds',
    isHostDown: true,
  });
  await expect(get(`http://127.0.0.1:${port}/drops`, 1000)).rejects.toThrow(
    'it did not come within 1 seconds',
  );
});

test('a server may refuse, and its own words are not passed on', async () => {
  const port = await serve((_, response) => response.writeHead(404, 'Send money').end());
  await expect(get(`http://127.0.0.1:${port}/`, 10)).rejects.toThrow(
    /^its server answered 404 Not Found$/,
  );
});

test('headers have a limit', async () => {
  const port = await serve((_, response) => response.setHeader('x', 'x'.repeat(90_000)).end());
  await expect(get(`http://127.0.0.1:${port}/`, 10)).rejects.toThrow('more headers than');
});

const toPath = (path: string, status: number): RequestListener => {
  return ({ url }, response) => {
    if (url === path) response.end('here');
    else response.writeHead(status, { location: path }).end();
  };
};

test.each([
  [301, true],
  [308, true],
  [302, false],
  [307, false],
])('a redirect of status %i is followed, and for good: %s', async (status, isForGood) => {
  const port = await serve(toPath('/new', status));
  const address = `http://127.0.0.1:${port}/new`;
  expect(await ask(`http://127.0.0.1:${port}/old`, { most: 10 })).toMatchObject({
    address,
    bytes: Buffer.from('here'),
    movedTo: isForGood ? address : null,
  });
});

test('redirects end', async () => {
  const port = await serve(({ url }, response) =>
    response.writeHead(302, { location: `${url}x` }).end(),
  );
  await expect(get(`http://127.0.0.1:${port}/`, 10)).rejects.toThrow(
    'it leads from one address to the next without end',
  );
});

test.each([
  ['a file', 'file:///etc/passwd', 'it leads to an address that begins with “file:”'],
  ['nothing', 'http://[', 'it leads to something that is no address'],
  ['a password', 'http://u:p@127.0.0.1/', 'its address carries a password'],
  ['a cloud’s keys', 'http://169.254.169.254/latest/meta-data', 'is not on the public internet'],
  ['a name of this machine', 'http://localhost:1/', 'is not on the public internet'],
])('a redirect to %s is not followed', async (_, location, message) => {
  const port = await serve((_request, response) => response.writeHead(302, { location }).end());
  const { get: getAtPort } = openFetcher({
    hosts: [{ subnet: '127.0.0.1', prefix: 32, family: 'ipv4', port }],
  });
  await expect(getAtPort(`http://127.0.0.1:${port}/`, 10)).rejects.toThrow(message);
});

test.each(['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', 'localhost', '[::1]'])(
  'this machine is not asked, however its address is written: %s',
  async (host) => {
    let isAsked = false;
    const port = await serve((_, response) => {
      isAsked = true;
      response.end();
    });
    await expect(openFetcher().get(`http://${host}:${port}/`, 10)).rejects.toThrow(
      /^its host “.+” is not on the public internet\. If it is yours, name it in LEDE_FETCH_HOSTS$/,
    );
    expect(isAsked).toBe(false);
  },
);

test('a name may be listed', async () => {
  const port = await serve((_, response) => response.end('here'));
  const { get: getListed } = openFetcher({ hosts: [{ name: 'localhost', port }] });
  expect((await getListed(`http://localhost:${port}/`, 10)).bytes.toString()).toBe('here');
});

test('a host that is not there is named as down', async () => {
  const port = await serve(() => {});
  for (const step of undo.splice(0)) step();
  await expect(get(`http://127.0.0.1:${port}/`, 10)).rejects.toMatchObject({
    message: 'its host refused the connection',
    isHostDown: true,
  });
  await expect(openFetcher().get('http://no-such-host.invalid/', 10)).rejects.toMatchObject({
    message: 'its host can’t be found',
    isHostDown: true,
  });
});

test('the site names itself, in letters that a header can hold', () => {
  expect(userAgentOf({ siteName: 'The Harbour', siteUrl: 'https://a.example' })).toBe(
    'Lede (The Harbour; +https://a.example)',
  );
  expect(userAgentOf({ siteName: 'សារ\n', siteUrl: 'https://a.example' })).toBe(
    'Lede (+https://a.example)',
  );
});
