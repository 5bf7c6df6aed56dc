import { PROBLEMS } from '../problem.ts';
import { alertPaths } from './alert-paths.ts';
import { content } from './answers.ts';
import { articlePaths } from './article-paths.ts';
import { schemas } from './schemas.ts';

/** The description of the API (OpenAPI 3.1), from the same schemas and lists as its routes. */
export function describeApi() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lede',
      version: '1',
      summary: 'Publishing by programs',
      description: 'docs/publishing.md shows it by example.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      ...articlePaths,
      ...alertPaths,
      '/api/openapi.json': {
        get: {
          operationId: 'describeApi',
          summary: 'This description',
          responses: { 200: content('The description, in OpenAPI 3.1.', 'Description') },
        },
      },
    },
    components: {
      schemas: { ...schemas, Description: { type: 'object', required: ['openapi', 'paths'] } },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: '“bin/lede token create” makes one. Its scopes say what it may do.',
        },
      },
    },
    'x-problems': PROBLEMS,
  };
}
