import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { finishPage, setCommonHeaders } from '#lib/cache/finish-response.ts';
import { statusIn, withoutScripts } from '#lib/cache/script-free.ts';

const PAGE = `<!DOCTYPE html><html><head><meta charSet="utf-8"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="stylesheet" href="/a.css"/>
<script src="/_next/a.js" async=""></script><meta name="http-status" content="404"/></head>
<body><p>&lt;script&gt;alert(1)&lt;/script&gt;</p><script>self.__next_f=[]</script><script id="_R_">
const a = "<p>";</script></body></html>`;

async function answerAt(path: string, listener: RequestListener): Promise<Response> {
  const server = createServer((request, response) => {
    setCommonHeaders(response);
    finishPage(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    listener(request, response);
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}${path}`);
  await answer.clone().text();
  server.close();
  return answer;
}

test('no script is left in a page of the desk, and all that it says is', () => {
  const page = withoutScripts(PAGE);
  expect(page).not.toMatch(/<script|as="script"|__next_f/);
  expect(page).toContain('<link rel="stylesheet" href="/a.css"/>');
  expect(page).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  expect(page).toContain('</body></html>');
});

test.each([
  `<abbr title="x <script ">BBC</abbr>`,
  `<a href="https://a.example/?<script">more</a>`,
  `<img alt='<script>' src="/a.png"/>`,
])('%s in a story takes nothing out of the page', (text) => {
  const kept = `${text}<form><button>Withdraw</button></form>`;
  expect(withoutScripts(`${kept}<script src="/_next/a.js"></script></body>`)).toBe(
    `${kept}</body>`,
  );
});

test('a page says its status itself, and only in an element of its own', () => {
  expect(statusIn(PAGE)).toBe(404);
  expect(statusIn('<p>&lt;meta name="http-status" content="404"/&gt;</p>')).toBeNull();
});

test.each(['/desk', '/desk/', '/desk?sign-in=out', '/desk/alerts'])(
  '%s goes out without scripts, with a policy that allows none inline, and its status',
  async (path) => {
    const answer = await answerAt(path, (_, response) => {
      response.write(PAGE.slice(0, 200));
      response.end(PAGE.slice(200));
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).not.toContain('sha256');
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await answer.text()).not.toContain('<script');
  },
);

test.each(['/desktop', '/en/desk', '/'])('%s is no page of the desk', async (path) => {
  const answer = await answerAt(path, (_, response) => response.end(PAGE));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<script');
});

test('a page of the desk that failed says so, in words', async () => {
  const answer = await answerAt('/desk/log', (_, response) => {
    response.statusCode = 500;
    response.end('<script>1</script>');
  });
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain('<h1>');
});
