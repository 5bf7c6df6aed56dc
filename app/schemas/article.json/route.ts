import { z } from 'zod';
import { articleInputSchema } from '#lib/model/article-input.ts';

/** The JSON Schema (2020-12) of the article JSON that newsrooms send. */
export function GET(): Response {
  const schema = z.toJSONSchema(articleInputSchema, { io: 'input' });
  return new Response(JSON.stringify({ title: 'Lede article', ...schema }, null, 2), {
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  });
}
