import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { finishPage, setCommonHeaders } from '#lib/cache/finish-response.ts';

/** What a browser gets of a page that is answered so. */
async function answerOf(listener: RequestListener): Promise<Response> {
  const server = createServer((request, response) => {
    setCommonHeaders(response);
    finishPage(request, response);
    response.setHeader('content-type', 'text/html');
    listener(request, response);
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}/`);
  await answer.clone().text();
  server.close();
  return answer;
}

test('a page without a policy is held back until it is whole, and may not be framed', async () => {
  const { headers } = await answerOf((_, response) => {
    response.write('<p>a');
    response.end('</p>');
  });
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('a page that says itself that this site may frame it is heard', async () => {
  const policy = "default-src 'none'; frame-ancestors 'self'";
  const answer = await answerOf((_, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.end('<p>a</p>');
  });
  expect(answer.headers.get('content-security-policy')).toBe(policy);
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(await answer.text()).toBe('<p>a</p>');
});
