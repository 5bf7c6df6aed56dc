import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Config, readConfig } from '#lib/config/config.ts';

type Service = {
  image: string;
  build?: { target: string };
  environment?: Record<string, string>;
  volumes?: string[];
  secrets?: string[];
  networks?: string[];
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
};

const read = (file: string) => readFileSync(file, 'utf8');

const dockerfile = read('deploy/Dockerfile').replaceAll(/\\\n\s*/g, '');
const caddyfile = read('deploy/Caddyfile');
const guide = read('docs/operating.md');
const compose = parse(read('deploy/compose.yaml'), { merge: true });
const services: Record<string, Service> = compose.services;
const instances = Object.values(services).filter(({ image }) => image.startsWith('lede:'));
const sources = [
  ...(/SOURCES = \[([^\]]+)\]/.exec(read('bin/steps/build.ts'))?.[1] ?? '').matchAll(/'([^']+)'/g),
].map(([, name]) => name ?? '');

/** What server.ts, the start and the command line load besides that. */
const AT_RUN_TIME = [
  'server.ts',
  ...[...read('server.ts').matchAll(/from '\.\/([\w-]+)/g)].map(([, name]) => name ?? ''),
  'bin',
  'sample',
  'node_modules',
  '.next',
];

/** The lines of one stage of the Dockerfile, by the name behind AS. */
function stage(name: string): string[] {
  const found = dockerfile
    .split(/^(?=FROM )/m)
    .find((part) => part.split('\n')[0]?.endsWith(` AS ${name}`));
  return found?.split('\n') ?? [];
}

/** What a stage copies, by its name in the stage; `from` is the project itself or another stage. */
function copied(name: string): { place: string; from: string }[] {
  return stage(name).flatMap((line) => {
    const [, options = '', names = ''] = /^COPY ((?:--\S+ )*)(.+)$/.exec(line) ?? [];
    const from = /--from=(\S+)/.exec(options)?.[1] ?? '';
    const words = names.split(' ').filter(Boolean);
    const target = words.at(-1) ?? '';
    if (target === './') return words.slice(0, -1).map((place) => ({ place, from }));
    return words.length === 2 ? [{ place: target, from }] : [];
  });
}

/** As Compose fills in what an operator has written into deploy/.env. */
function filledIn(
  value: string,
  written: Record<string, string> = { SITE: 'news.example' },
): string {
  return value.replaceAll(
    /\$\{(\w+)(?::?[-?]([^}]*))?\}/g,
    (_, name, other) => written[name] || (other ?? ''),
  );
}

function configOf({ environment = {} }: Service): Config {
  const [, url = ''] = /'(postgres:\/\/[^']*%s[^']*)'/.exec(guide) ?? [];
  const secret = path.join(mkdtempSync(path.join(tmpdir(), 'lede-deploy-')), 'database');
  writeFileSync(secret, url.replace('%s', 'a1b2c3'));
  const settings = Object.entries(environment).map(([name, value]) => [name, filledIn(value)]);
  const { LEDE_DATABASE_FILE } = Object.fromEntries(settings);
  expect(LEDE_DATABASE_FILE).toBe('/run/secrets/database');
  return readConfig({
    ...imageSettings(),
    ...Object.fromEntries(settings),
    LEDE_DATABASE_FILE: secret,
  });
}

function imageSettings(): Record<string, string> {
  const line = stage('lede').find((line) => line.startsWith('ENV ')) ?? '';
  return Object.fromEntries(
    line
      .slice(4)
      .split(' ')
      .map((pair) => pair.split('=')),
  );
}

/** In seconds. */
function graceOf({ stop_grace_period = '' }: Service): number {
  return Number(/^(\d+)s$/.exec(stop_grace_period)?.[1] ?? Number.NaN);
}

test('there are two instances or more', () => {
  expect(instances.length).toBeGreaterThanOrEqual(2);
});

test('each setting that is named for Lede is one that Lede reads', () => {
  const known = new Set(read('lib/config/config.ts').match(/\bLEDE_[A-Z_]+(?=:)/g));
  const files = ['Dockerfile', 'compose.yaml', 'Caddyfile', '.env.example'];
  const named = files.flatMap((file) => read(`deploy/${file}`).match(/\bLEDE_[A-Z_]+/g) ?? []);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !known.has(name.replace(/_FILE$/, '')))).toEqual([]);
});

test('what .env.example offers is what the compose file asks for', () => {
  const asked = new Set(
    [...read('deploy/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name),
  );
  const offered = read('deploy/.env.example').match(/^\w+(?==)/gm) ?? [];
  expect(offered).toContain('SITE');
  expect(offered.filter((name) => !asked.has(name))).toEqual([]);
});

test('Lede starts with what the compose file and the guide say', () => {
  for (const instance of instances) {
    expect(configOf(instance)).toMatchObject({
      siteUrl: 'https://news.example',
      siteName: 'Lede',
      sample: false,
      host: '0.0.0.0',
      port: 3000,
      media: '/media',
    });
  }
});

test('the database that the guide names is the one of the compose file', () => {
  const { hostname, username, pathname } = new URL(configOf(instances[0] as Service).database);
  const database = services[hostname];
  expect(database?.environment).toMatchObject({
    POSTGRES_USER: username,
    POSTGRES_DB: pathname.slice(1),
  });
});

test('all instances have the same settings, database, pictures and networks', () => {
  const [first, ...others] = instances.map(({ environment, secrets, volumes, networks }) => ({
    environment,
    secrets,
    volumes,
    networks,
  }));
  for (const other of others) expect(other).toEqual(first);
  expect(first?.secrets).toContain('database');
  expect(first?.volumes).toContain('media:/media');
});

test('the proxy knows each instance by its name and port', () => {
  const names = Object.keys(services).filter((name) =>
    instances.includes(services[name] as Service),
  );
  const listed = services.proxy?.environment?.INSTANCES?.split(' ');
  expect(listed).toEqual(names.map((name) => `${name}:${imageSettings().PORT}`));
});

test('the proxy asks whether an instance is ready, Docker whether it is alive', () => {
  const answered = read('lib/health/health-requests.ts');
  const asked = [...caddyfile.matchAll(/health_uri (\S+)/g)].map(([, uri]) => uri);
  expect(asked).toEqual(['/readyz']);
  const check = stage('lede').find((line) => line.startsWith('HEALTHCHECK'));
  expect(check).toMatch(/127\.0\.0\.1:\$\{process\.env\.PORT\}\/healthz`/);
  for (const uri of ['/readyz', '/healthz']) expect(answered).toContain(`'${uri}'`);
});

test('an instance that stops is noticed before it takes no more requests', () => {
  const drain = Number(/DRAIN_MS = (\d+)/.exec(read('lib/server/stop-in-order.ts'))?.[1]);
  const interval = Number(/health_interval (\d+)ms/.exec(caddyfile)?.[1]);
  expect(interval * 2).toBeLessThan(drain);
});

test('nobody is killed before it has stopped by itself', () => {
  const most = Number(/MOST_MS = (\d+)/.exec(read('lib/server/stop-in-order.ts'))?.[1]);
  for (const instance of instances) expect(graceOf(instance) * 1000).toBeGreaterThan(most);
  const proxyGrace = Number(/grace_period (\d+)s/.exec(caddyfile)?.[1]);
  expect(graceOf(services.proxy as Service)).toBeGreaterThan(proxyGrace);
});

test('the signal goes to Node, which runs as nobody special', () => {
  const lines = stage('lede');
  expect(lines).toContain('STOPSIGNAL SIGTERM');
  expect(lines).toContain('ENTRYPOINT []');
  expect(lines).toContain('USER node');
  expect(lines.find((line) => line.startsWith('CMD '))).toBe('CMD ["node", "bin/steps/start.ts"]');
});

test('images are of one version each', () => {
  const made = [...dockerfile.matchAll(/^FROM (\S+) AS/gm)].map(([, image]) => image);
  const fetched = Object.values(services).flatMap(({ image, build }) => (build ? [] : [image]));
  const all = [...made, ...fetched.filter((image) => !image.startsWith('lede:'))];
  expect(all.length).toBeGreaterThanOrEqual(5);
  for (const image of all) expect(image).toMatch(/^[\w/-]+:\d+\.\d+(?:\.\d+)?-\w+/);
});

test('the container has the Node of the project', () => {
  const { dependencies } = JSON.parse(read('package.json'));
  const images = dockerfile.match(/^FROM node:\S+/gm) ?? [];
  expect(images.length).toBe(3);
  for (const image of images) expect(image).toContain(`node:${dependencies.node}-`);
});

test('the container has all that the build is made of, and all that the server loads', () => {
  expect(sources).toContain('app');
  expect(copied('build').map(({ place }) => place)).toEqual(
    expect.arrayContaining([...sources, 'bin']),
  );
  const places = copied('lede').map(({ place }) => place);
  expect(places).toEqual(expect.arrayContaining([...sources, ...AT_RUN_TIME]));
});

test('nothing that is copied is kept out of the build by .dockerignore, and nothing else comes in', () => {
  const lines = read('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const [all, ...exceptions] = lines;
  expect(all).toBe('*');
  const wanted = ['packages', 'build', 'lede'].flatMap(copied).filter(({ from }) => from === '');
  const names = new Set(wanted.map(({ place }) => `!${place}`));
  expect(exceptions.toSorted()).toEqual([...names].toSorted());
});
