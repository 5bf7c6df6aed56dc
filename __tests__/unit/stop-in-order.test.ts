import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { stopInOrder } from '#lib/server/stop-in-order.ts';

jest.setTimeout(15_000);

const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

/** A server that answers after as many milliseconds as its address says, and what it does to stop. */
async function startServer({ close = async () => {} }: { close?: () => Promise<unknown> } = {}) {
  const steps: string[] = [];
  const server: Server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    await pause(Number(request.url?.slice(1)));
    response.end('done');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.on('close', () => steps.push('closed'));
  let ended: (status: number) => void = () => {};
  const end = new Promise<number>((resolve) => {
    ended = resolve;
  });
  const signal = stopInOrder({
    server,
    leave: () => steps.push('leave'),
    close: () => {
      steps.push('close the rest');
      return close();
    },
    exit: ended,
  });
  const agent = new Agent({ keepAlive: true });
  undo.push(
    () => agent.destroy(),
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  const ask = async (wait: number, over: Agent | false = agent) => {
    const request = get({ port, host: '127.0.0.1', path: `/${wait}`, agent: over });
    const [response]: IncomingMessage[] = await once(request, 'response');
    response?.resume();
    return { status: response?.statusCode, connection: response?.headers.connection };
  };
  return { signal, end, steps, ask };
}

test('it leaves at once, answers on for a moment and closes each connection with its answer', async () => {
  const { signal, end, steps, ask } = await startServer();
  expect(await ask(0)).toEqual({ status: 200, connection: 'keep-alive' });
  const start = performance.now();
  signal('SIGTERM');
  expect(steps).toEqual(['leave']);
  await pause(100);
  expect(await ask(0)).toEqual({ status: 200, connection: 'close' });
  await pause(500);
  expect(await ask(0, false)).toEqual({ status: 200, connection: 'close' });
  // Begun in the drain, ended after it.
  expect(await ask(1000)).toEqual({ status: 200, connection: 'close' });
  expect(await end).toBe(0);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(steps).toEqual(['leave', 'closed', 'close the rest']);
  await expect(ask(0)).rejects.toThrow(/ECONNREFUSED/);
});

test('a request that came before the signal is finished, and its connection does not hold it up', async () => {
  const { signal, end, ask } = await startServer();
  const slow = ask(1800);
  await pause(50);
  const start = performance.now();
  signal('SIGTERM');
  expect(await slow).toMatchObject({ status: 200 });
  expect(await end).toBe(0);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('a request that never ends is cut off, and a close that hangs is left', async () => {
  const { signal, end, ask } = await startServer({ close: () => new Promise(() => {}) });
  const never = ask(60_000).catch((error: Error) => error.message);
  await pause(50);
  const start = performance.now();
  signal('SIGTERM');
  expect(await never).toMatch(/socket hang up/);
  expect(await end).toBe(0);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('at a terminal it ends without waiting; one key press that comes twice is one signal', async () => {
  const { signal, end, steps } = await startServer();
  const start = performance.now();
  signal('SIGINT');
  signal('SIGINT');
  expect(await end).toBe(0);
  expect(performance.now() - start).toBeLessThan(500);
  expect(steps).toEqual(['leave', 'closed', 'close the rest']);
});

test('a second signal ends it at once', async () => {
  const { signal, end } = await startServer();
  signal('SIGTERM');
  await pause(400);
  const start = performance.now();
  signal('SIGTERM');
  expect(await end).toBe(1);
  expect(performance.now() - start).toBeLessThan(50);
});

test('where closing fails, it says so and ends all the same', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const { signal, end } = await startServer({ close: () => Promise.reject(new Error('no')) });
  signal('SIGINT');
  expect(await end).toBe(0);
  expect(said).toHaveBeenCalledWith(new Error('no'));
  said.mockRestore();
});
