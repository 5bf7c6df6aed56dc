import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { openStream } from './live-stream.ts';
import { importStory } from './new-story.ts';
import { type Balancer, startBalancer } from './newsroom/balancer.ts';
import { type Cluster, type Instance, openCluster } from './newsroom/cluster.ts';
import { alertProgram } from './program.ts';
import { untilScriptsRun } from './scripts.ts';
import { soon } from './soon.ts';
import { test as base } from './test.ts';

/** Several instances on one PostgreSQL. Each test has instances of its own, and may lose them. */
const test = base.extend<{ cluster: Cluster; token: string; balancer: Balancer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  cluster: async ({}, use) => {
    const cluster = await openCluster();
    await use(cluster);
    await cluster.close();
  },
  token: async ({ cluster }, use) => {
    const made = await cluster.lede(
      ...['token', 'create', '--name', 'Program', '--scope', 'publish,alerts', '--json'],
    );
    await use(JSON.parse(made).token);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  balancer: async ({}, use) => {
    const balancer = await startBalancer();
    await use(balancer);
    await balancer.close();
  },
});

test.describe.configure({ timeout: 150_000 });

test('what is done through one instance is on all of them within a second', async ({
  request,
  cluster,
  token,
}) => {
  const [one, other] = await Promise.all([cluster.start(), cluster.start()]);
  const headers = { authorization: `Bearer ${token}` };
  const headline = `Pilot boat comes home ${randomUUID().slice(0, 8)}`;
  const lists = both(one, other, ['/en', '/en/sections/region', '/en/search?q=crew']);
  for (const place of lists) await request.get(place);

  const story = { sourceId: randomUUID(), lang: 'en', section: 'region', headline };
  const published = new Date().toISOString();
  const data = { ...story, published, body: '<p>With her crew.</p>' };
  const sent = await request.post(`${one.url}/api/articles`, { headers, data });
  expect(sent.status()).toBe(201);
  const { id, url } = await sent.json();
  const page = new URL(url).pathname;
  await soon(request, [...lists, ...both(one, other, [page])], { shows: headline });

  await request.delete(`${other.url}/api/articles/${id}?reason=Wrong`, { headers });
  await soon(request, [...lists, ...both(one, other, [page])], { lacks: headline });
  expect((await request.get(one.url + page)).status()).toBe(410);

  const streams = await Promise.all([one, other].map(({ url }) => openStream(url, 'en')));
  const text = `Bridge closed ${randomUUID().slice(0, 8)}`;
  const alert = await alertProgram(one.url, token).raise({ text, lang: 'en' });
  for (const stream of streams) {
    await expect.poll(() => stream.heard.map(({ data }) => data.text), SOON).toContain(text);
  }
  await soon(request, lists, { shows: text });
  await alertProgram(other.url, token).clear(alert.id);
  for (const stream of streams) {
    await expect.poll(() => stream.heard.at(-1)?.event, SOON).toBe('clear');
    expect(stream.heard.map(({ event }) => event)).toEqual(['alert', 'clear']);
  }
  await soon(request, lists, { lacks: text });
  expect(streams[0]?.heard.map(({ id }) => id)).toEqual(streams[1]?.heard.map(({ id }) => id));
  for (const stream of streams) stream.close();
  await Promise.all([one.stop(), other.stop()]);
});

test('an instance that loses its database for 30 s shows its pages, keeps its streams and misses nothing', async ({
  request,
  cluster,
  token,
}) => {
  const [one, other] = await Promise.all([cluster.start(), cluster.start()]);
  const places = ['/en', '/en/settings'].map((place) => other.url + place);
  for (const place of places) expect((await request.get(place)).status()).toBe(200);
  const stream = await openStream(other.url, 'en');

  other.line.cut();
  const until = Date.now() + 30_000;
  const program = alertProgram(one.url, token);
  const gone = await program.raise({ text: 'Raised and cleared meanwhile', lang: 'en' });
  await program.raise({ text: 'Raised meanwhile', lang: 'en' });
  await program.clear(gone.id);
  const headline = `Published meanwhile ${randomUUID().slice(0, 8)}`;
  await importStory(cluster, { slug: randomUUID(), headline, body: 'Meanwhile.' });
  while (Date.now() < until) {
    for (const place of places) {
      const answer = await request.get(place);
      expect(answer.status(), `${place}, while the database is away`).toBe(200);
      expect(await answer.text()).not.toContain('Raised meanwhile');
    }
    expect((await request.get(`${other.url}/healthz`)).status()).toBe(200);
    expect((await request.get(`${other.url}/readyz`)).status()).toBe(503);
    await pause(1000);
  }
  expect(stream.isOpen()).toBe(true);
  expect(stream.lastSign()).toBeGreaterThan(until - 20_000);
  expect(stream.heard).toEqual([]);

  other.line.mend();
  await expect.poll(() => stream.heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  const told = stream.heard.map(({ event, data }) => [event, data.id]);
  expect(told).toContainEqual(['clear', gone.id]);
  expect(told).not.toContainEqual(['alert', gone.id]);
  expect(stream.heard.filter(({ data }) => data.text === 'Raised meanwhile')).toHaveLength(1);
  await soon(request, places, { shows: 'Raised meanwhile' });
  await soon(request, [`${other.url}/en`], { shows: headline });
  await expect
    .poll(async () => (await request.get(`${other.url}/readyz`)).status(), { timeout: 5000 })
    .toBe(200);
  stream.close();
  await Promise.all([one.stop(), other.stop()]);
});

test('an instance that dies takes nothing with it', async ({
  browser,
  request,
  cluster,
  token,
  balancer,
}) => {
  const [one, other] = await Promise.all([cluster.start(), cluster.start()]);
  balancer.use([one.url]);
  // Not watched: what goes wrong here is meant to.
  const reader = await browser.newContext({ baseURL: balancer.url });
  const page = await reader.newPage();
  await expect.poll(async () => (await request.get(`${balancer.url}/en`)).status()).toBe(200);
  await page.goto('/en');
  await untilScriptsRun(page);
  const banner = page.getByRole('region', { name: 'Breaking news' });
  await alertProgram(one.url, token).raise({ text: 'Before the power cut', lang: 'en' });
  await expect(banner).toContainText('Before the power cut');

  // An embargo that the first instance took in, and a second one that takes over its readers.
  const headline = `Lighthouse sold ${randomUUID().slice(0, 8)}`;
  const embargoedUntil = new Date(Date.now() + 8000).toISOString();
  const data = {
    ...{ sourceId: randomUUID(), lang: 'en', section: 'region', headline, embargoedUntil },
    ...{ published: embargoedUntil, body: '<p>To the keeper.</p>' },
  };
  const headers = { authorization: `Bearer ${token}` };
  expect((await request.post(`${one.url}/api/articles`, { headers, data })).status()).toBe(201);
  await one.kill();
  await alertProgram(other.url, token).raise({ text: 'After the power cut', lang: 'en' });
  balancer.use([one.url, other.url]);

  await expect(banner).toContainText('After the power cut', { timeout: 20_000 });
  await pause(Math.max(Date.parse(embargoedUntil) - Date.now(), 0));
  await soon(request, [`${balancer.url}/en`], { shows: headline });
  await reader.close();
  await other.stop();
});

test('a rolling restart under load fails no request, and every stream finds its way', async ({
  browser,
  cluster,
  token,
  balancer,
}) => {
  let instances: Instance[] = await Promise.all([cluster.start(), cluster.start()]);
  balancer.use(instances.map(({ url }) => url));
  const reader = await browser.newContext({ baseURL: balancer.url });
  const page = await reader.newPage();
  await expect.poll(async () => (await fetch(`${balancer.url}/en`)).status).toBe(200);
  await page.goto('/en');
  await untilScriptsRun(page);

  const load = startLoad(balancer.url);
  for (const old of [...instances]) {
    const took = await old.stop();
    expect(took, 'milliseconds from SIGTERM to the end').toBeLessThan(5000);
    const fresh = await cluster.start();
    instances = [...instances.filter((instance) => instance !== old), fresh];
    balancer.use(instances.map(({ url }) => url));
    await pause(1500);
  }
  const { asked, failed } = await load.stop();
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(200);

  const [first] = instances;
  await alertProgram(first?.url ?? '', token).raise({ text: 'After the restart', lang: 'en' });
  const banner = page.getByRole('region', { name: 'Breaking news' });
  await expect(banner).toContainText('After the restart', { timeout: 20_000 });
  await reader.close();
  await Promise.all(instances.map((instance) => instance.stop()));
});

const SOON = { timeout: 1000, intervals: [50] };

function both(one: Instance, other: Instance, paths: string[]): string[] {
  return [one, other].flatMap(({ url }) => paths.map((path) => url + path));
}

/** Readers who ask for one page after the other. */
function startLoad(url: string) {
  const paths = ['/en', '/fa', '/km', '/en/settings', '/en/search?q=ferry', '/healthz'];
  const failed: string[] = [];
  let asked = 0;
  let isOver = false;

  async function read(from: number): Promise<void> {
    for (let turn = from; !isOver; turn += 1) {
      const path = paths[turn % paths.length] ?? '/';
      asked += 1;
      try {
        const answer = await fetch(url + path);
        await answer.arrayBuffer();
        if (answer.status !== 200) failed.push(`${path}: ${answer.status}`);
      } catch (error) {
        failed.push(`${path}: ${error instanceof Error ? String(error.cause ?? error) : error}`);
      }
      await pause(20);
    }
  }

  const readers = [0, 1, 2, 3].map(read);
  return {
    async stop() {
      isOver = true;
      await Promise.all(readers);
      return { asked, failed };
    },
  };
}
