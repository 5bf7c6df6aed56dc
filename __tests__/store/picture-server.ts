import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** A server that has one picture at every address, until it goes down. */
export async function pictureServer() {
  const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#036' } })
    .png()
    .toBuffer();
  let isUp = true;
  const server = createServer((_, response) => {
    if (isUp) response.end(png);
    else response.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setUp(up: boolean) {
      isUp = up;
    },
    close() {
      server.close();
    },
  };
}
