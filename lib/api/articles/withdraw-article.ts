import { z } from 'zod';
import { plainLine } from '#lib/model/plain-line.ts';
import { findById } from '#lib/store/articles.ts';
import { withdrawArticle as withdraw } from '#lib/store/release.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { tokenActor } from '../token-actor.ts';
import { unknown } from './read-article.ts';

const REASON_TYPES = ['application/json'] as const;

export const withdrawalSchema = z.strictObject({
  reason: z.string().overwrite(plainLine).min(1).max(1000),
});

/** `DELETE /api/articles/{id}`: withdraws a story. The same call again changes nothing. */
export const withdrawArticle: Endpoint = async (desk, request, id) => {
  const token = await authenticate(desk, request, 'publish');
  const reason = await reasonOf(request);
  const row = await findById(desk.store, id);
  if (!row) throw unknown(id);
  await withdraw(desk.store, id, reason, tokenActor(token));
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
};

/** In the address, since not every program can send a body with DELETE; or in the body, since
 *  addresses go into logs. */
async function reasonOf(request: Request): Promise<string> {
  const inAddress = new URL(request.url).searchParams.get('reason');
  const content =
    inAddress === null && request.headers.has('content-type')
      ? await readJson(request, REASON_TYPES)
      : { reason: inAddress };
  const parsed = withdrawalSchema.safeParse(content);
  if (parsed.success) return parsed.data.reason;
  const detail = 'Say why, in up to 1000 characters: “?reason=…”, or {"reason": "…"} as the body.';
  const error = inAddress === null ? { field: '/reason', detail } : { parameter: 'reason', detail };
  throw new Problem('invalid-request', detail, { errors: [error] });
}
