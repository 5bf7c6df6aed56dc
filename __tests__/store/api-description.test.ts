import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { GET } from '#app/api/openapi.json/route.ts';
import { describeApi } from '#lib/api/openapi/describe-api.ts';
import { examples } from '#lib/api/openapi/examples.ts';
import { PROBLEMS, type ProblemName, problemType } from '#lib/api/problem.ts';
import { LARGEST_BODY } from '#lib/api/read-json.ts';
import { rateLimit } from '#lib/limits/rate-limit.ts';
import { type ApiNewsroom, apiNewsroom, STORY } from './api-newsroom.ts';

type Answered = { response: Response; status: number; body: unknown };
type Media = { schema: object; example?: object; examples?: Record<string, { value: object }> };
type Described = { content?: Record<string, Media>; headers?: Record<string, unknown> };
type Operation = {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Described>;
};

const document = describeApi();
const paths: Record<string, Record<string, Operation>> = JSON.parse(JSON.stringify(document.paths));
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What the server itself answers, without a route, is tried where that is: in the tests of lib/live. */
const STREAM = '/api/live';

const operations = Object.entries(paths)
  .filter(([path]) => path !== STREAM)
  .flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ name: `${method} ${path}`, operation }] : [];
    }),
  );

// zod writes hints for people, such as a format next to its pattern, that the validator is strict on.
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema({ $id: 'api', ...document });

function expectShape(schema: object, value: unknown): void {
  const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
  const validate = ajv.compile(local);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

let room: ApiNewsroom;
let other: { publish: string; alerts: string };

/** One call for each answer that is described, by method, path and status. */
const calls: Record<string, () => Promise<Answered>> = {
  ...forReading(),
  ...forWriting('post /api/articles', (given) => room.post(given.body ?? STORY, given)),
  ...forWriting('patch /api/articles/{id}', async (given) =>
    room.patch(await newStory(), given.body ?? {}, given),
  ),
  ...forWriting('delete /api/articles/{id}', async (given) => {
    const { body = { reason: 'x' }, ...rest } = given;
    return room.withdraw(await newStory(), '', { ...rest, body });
  }),
  'post /api/articles 201': () => room.post(examples.article),
  'post /api/articles 200': () => room.post(STORY),
  'post /api/articles 404': () => room.post({ uri: 'none:1', pubStatus: 'canceled' }),
  'post /api/articles 409': async () => {
    await room.withdraw(await newStory('gone'));
    return room.post({ ...STORY, sourceId: 'gone', headline: 'Back' });
  },
  'post /api/articles 422': () => room.post({ sourceId: 'x' }),
  'patch /api/articles/{id} 200': async () => room.patch(await newStory(), examples.change),
  'patch /api/articles/{id} 404': () => room.patch('none', {}),
  'patch /api/articles/{id} 409': async () => {
    const id = await newStory();
    await room.store.db.deleteFrom('article_sources').where('article_id', '=', id).execute();
    return room.patch(id, {});
  },
  'patch /api/articles/{id} 410': async () => {
    const id = await newStory();
    await room.withdraw(id);
    return room.patch(id, {});
  },
  'patch /api/articles/{id} 412': async () =>
    room.patch(await newStory(), {}, { headers: { 'if-match': '"x"' } }),
  'patch /api/articles/{id} 422': async () => room.patch(await newStory(), { titel: 'x' }),
  'post /api/articles default': () => failed(() => room.post(STORY)),
  'patch /api/articles/{id} default': () => failed(() => room.patch('x', {})),
  'delete /api/articles/{id} default': () => failed(() => room.withdraw('x')),
  'delete /api/articles/{id} 204': async () =>
    room.withdraw(await newStory(), '', { body: examples.withdrawal }),
  'delete /api/articles/{id} 404': () => room.withdraw('none'),
  ...forTokens('post /api/alerts', (given) => room.raise(given.body ?? examples.alert, given)),
  ...forBodies('post /api/alerts', (given) =>
    room.raise(given.body ?? examples.alert, { token: other.alerts, ...given }),
  ),
  ...forTokens('delete /api/alerts/{id}', (given) => room.clear('none', '', given)),
  'get /api/alerts 200': async () => {
    await newAlert();
    return room.alerts();
  },
  'get /api/alerts 304': async () => {
    const { response } = await room.alerts();
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    return room.alerts('', { headers });
  },
  'get /api/alerts 400': () => room.alerts('?lang=xx'),
  'get /api/alerts default': () => failed(() => room.alerts()),
  'post /api/alerts 201': () => room.raise(examples.emergency, { token: other.alerts }),
  'post /api/alerts 422': () => room.raise({ text: '' }, { token: other.alerts }),
  'post /api/alerts default': () => failed(() => room.raise(examples.alert)),
  'delete /api/alerts/{id} 204': async () =>
    room.clear(await newAlert(), '?reason=Over', { token: other.alerts }),
  'delete /api/alerts/{id} 400': () => room.clear('none', '?why=x', { token: other.alerts }),
  'delete /api/alerts/{id} 404': () => room.clear('none', '', { token: other.alerts }),
  'delete /api/alerts/{id} default': () => failed(() => room.clear('none')),
  'get /api/openapi.json 200': async () => {
    const response = GET();
    return { response, status: response.status, body: await response.clone().json() };
  },
};

function forReading(): typeof calls {
  const etag = async ({ response }: Answered) => ({
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  return {
    'get /api/articles 200': async () => {
      await newStory();
      return room.list();
    },
    'get /api/articles 304': async () => room.list('', await etag(await room.list())),
    'get /api/articles 400': () => room.list('?lang=xx'),
    'get /api/articles default': () => failed(() => room.list()),
    'get /api/articles/{id} 200': async () => {
      const { body } = await room.post({ ...examples.article, authors: [{ name: 'A' }] });
      return room.read(body.id);
    },
    'get /api/articles/{id} 304': async () => {
      const id = await newStory();
      return room.read(id, await etag(await room.read(id)));
    },
    'get /api/articles/{id} 404': () => room.read('none'),
    'get /api/articles/{id} 410': async () => {
      const id = await newStory();
      await room.withdraw(id);
      return room.read(id);
    },
    'get /api/articles/{id} default': () => failed(() => room.read('x')),
  };
}

type Given = NonNullable<Parameters<ApiNewsroom['post']>[1]>;

/** What each call with a token and a body can be refused for. */
function forWriting(name: string, call: (given: Given) => Promise<Answered>): typeof calls {
  return { ...forBodies(name, call), ...forTokens(name, call) };
}

function forBodies(name: string, call: (given: Given) => Promise<Answered>): typeof calls {
  return {
    [`${name} 400`]: () => call({ body: '{' }),
    [`${name} 413`]: () => call({ body: ' '.repeat(LARGEST_BODY + 1) }),
    [`${name} 415`]: () => call({ headers: { 'content-type': 'text/plain' } }),
  };
}

function forTokens(name: string, call: (given: Given) => Promise<Answered>): typeof calls {
  const isForAlerts = name.includes('/api/alerts');
  return {
    [`${name} 401`]: () => call({ token: 'x' }),
    [`${name} 403`]: () => call({ token: isForAlerts ? other.publish : other.alerts }),
    [`${name} 429`]: async () => {
      const { calls: before } = room.desk.limits;
      const limit = rateLimit({ burst: 1, perSecond: 1 });
      limit.take(other.publish.split('_')[1] ?? '');
      room.desk.limits.calls = {
        take: (key) => (other.publish.includes(key) ? limit.take(key) : 0),
      };
      return call({ token: other.publish }).finally(() => {
        room.desk.limits.calls = before;
      });
    },
  };
}

/** A call while Lede has lost its store. */
async function failed(call: () => Promise<Answered>): Promise<Answered> {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  room.desk.store = {
    ...room.store,
    get db(): never {
      throw new Error('down');
    },
  };
  return call().finally(() => {
    room.desk.store = room.store;
    log.mockRestore();
  });
}

async function newAlert(): Promise<string> {
  const { body } = await room.raise(examples.alert, { token: other.alerts });
  return body.id;
}

let count = 0;

async function newStory(sourceId = `s/${count++}`): Promise<string> {
  const { body } = await room.post({ ...STORY, sourceId, slug: `s-${count++}` });
  return body.id;
}

beforeAll(async () => {
  room = await apiNewsroom('file::memory:');
  room.desk.limits.calls = { take: () => 0 };
  room.desk.limits.failures = { take: () => 0 };
  room.desk.limits.refusals = { take: () => null };
  const [publish, alerts] = [await room.newToken(['publish']), await room.newToken(['alerts'])];
  other = { publish: publish.secret, alerts: alerts.secret };
  await room.post(STORY);
});

afterAll(() => room.store.close());

test('it is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(await GET().text()));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
});

test('each answer that is described is tried', () => {
  const described = operations.flatMap(({ name, operation }) =>
    Object.keys(operation.responses).map((status) => `${name} ${status}`),
  );
  expect(Object.keys(calls).sort()).toEqual(described.sort());
});

describe.each(operations)('$name', ({ name, operation }) => {
  test.each(Object.entries(operation.responses))('answers %s as described', async (status, as) => {
    const call = calls[`${name} ${status}`];
    if (!call) throw new Error('There is no call for it.');
    const given = await call();
    expect(String(given.status)).toBe(status === 'default' ? '500' : status);
    for (const header of Object.keys(as.headers ?? {})) {
      const isOptional = header === 'Link';
      if (!isOptional) expect(given.response.headers.get(header)).toEqual(expect.any(String));
    }
    const [type, media] = Object.entries(as.content ?? {})[0] ?? [];
    expect(given.response.headers.get('content-type') ?? undefined).toBe(type);
    if (media) expectShape(media.schema, given.body);
    else expect(given.body).toBeNull();
  });

  test('its examples are what it describes', () => {
    for (const { schema, example, examples = {} } of Object.values(
      operation.requestBody?.content ?? {},
    )) {
      const values = [example, ...Object.values(examples).map(({ value }) => value)];
      for (const value of values.filter((each) => each !== undefined)) expectShape(schema, value);
    }
  });
});

test('each problem leads to words about its kind', () => {
  for (const [kind, words] of Object.entries(PROBLEMS)) {
    const [address = '', pointer = ''] = problemType(kind as ProblemName).split('#');
    expect(Object.keys(paths)).toContain(address);
    const found = pointer
      .split('/')
      .slice(1)
      .reduce((part: Record<string, never>, name) => part[name] ?? {}, document as never);
    expect(found).toEqual(words);
  }
});
