import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Many readers of a live stream, in a process of their own so that they don't slow down what is
 *  measured. Raw sockets: a browser's work is not the server's. */

/** As a browser asks. */
const HEAD = [
  'GET /api/live?lang=en HTTP/1.1',
  'Host: lede.example',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Accept: text/event-stream',
  'Accept-Language: en-GB,en;q=0.8,fa;q=0.5',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Referer: https://lede.example/en/articles/council-says-expulsions-answer-a-pattern',
  'Cookie: lede-preferences=size%3Dmd%26theme%3Dauto',
  'Sec-Fetch-Dest: empty',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Site: same-origin',
  'Cache-Control: no-cache',
  '\r\n',
].join('\r\n');

const AT_ONCE = 200;

export type Order = { port: number; do: 'open' | 'attempt'; count: number };
export type Report =
  | { opened: number }
  | { refused: number; others: string[] }
  /** Milliseconds from the raising of an alert until each stream had it. */
  | { alert: string; delays: number[] };

const delays = new Map<string, number[]>();
const open = new Set<Socket>();

process.on('message', async (order: Order) => {
  if (order.do === 'open') {
    await manyTimes(order.count, () => openStream(order.port));
    report({ opened: open.size });
  } else {
    let refused = 0;
    const others: string[] = [];
    await manyTimes(order.count, async () => {
      const answer = await attempt(order.port);
      if (/^HTTP\/1\.1 503 [\s\S]*\r\nretry-after: \d+\r\n/.test(answer)) refused += 1;
      else others.push(answer.split('\r\n')[0] || 'no answer');
    });
    report({ refused, others: [...new Set(others)] });
  }
});
process.on('disconnect', () => process.exit());

async function openStream(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.on('close', () => open.delete(socket));
  socket.write(HEAD);
  const [first] = await once(socket, 'data');
  if (!String(first).startsWith('HTTP/1.1 200 ')) return;
  open.add(socket);
  socket.setEncoding('utf8').on('data', (text: string) => {
    const [, id, raised] = /"id":"(\w+)".*"raised":"([^"]+)"/.exec(text) ?? [];
    if (!id || !raised) return;
    const known = delays.get(id) ?? [];
    known.push(Date.now() - Date.parse(raised));
    delays.set(id, known);
    if (known.length === open.size) report({ alert: id, delays: known });
  });
}

/** Answers all that comes until the server closes the connection. */
async function attempt(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => {});
  socket.write(HEAD);
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

async function manyTimes(count: number, task: () => Promise<void>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await task();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function report(news: Report): void {
  process.send?.(news);
}
