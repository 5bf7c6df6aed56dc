import { globSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeApi } from '#lib/api/openapi/describe-api.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The server answers it itself, without a route. */
const STREAM = '/api/live';

const paths: Record<string, Record<string, unknown>> = describeApi().paths;

test('each method of each route is described, or refused with the methods that are there', async () => {
  const files = globSync('app/api/{alerts,articles,openapi.json}/**/route.ts');
  const routes = files.map((file) => `/${file.slice('app/'.length, -'/route.ts'.length)}`);
  const addresses = routes.map((route) => route.replaceAll(/\[(\w+)\]/g, '{$1}'));
  expect([...addresses, STREAM].sort()).toEqual(Object.keys(paths).sort());

  for (const [index, file] of files.entries()) {
    const address = `/${file.slice('app/'.length, -'/route.ts'.length)}`.replace(
      /\[(\w+)\]/,
      '{$1}',
    );
    const module = await import(`../../${files[index]}`);
    for (const method of METHODS) {
      const handler = module[method.toUpperCase()];
      if (paths[address]?.[method]) {
        expect({ address, method, handler }).toEqual({
          address,
          method,
          handler: expect.any(Function),
        });
        continue;
      }
      if (!handler) continue;
      const refused = await handler(new Request('http://x', { method: method.toUpperCase() }));
      expect(refused.status).toBe(405);
      const allowed = METHODS.filter((each) => paths[address]?.[each]).map((each) =>
        each.toUpperCase(),
      );
      expect(refused.headers.get('allow').replace('HEAD, ', '').split(', ')).toEqual(allowed);
    }
  }
});
