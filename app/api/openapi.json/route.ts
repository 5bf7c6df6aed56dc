import { describeApi } from '#lib/api/openapi/describe-api.ts';
import { PUBLIC } from '#lib/api/public-answer.ts';

/** The description of the API, for programs that write programs. */
export function GET(): Response {
  return new Response(JSON.stringify(describeApi(), null, 2), {
    headers: { ...PUBLIC, 'content-type': 'application/json' },
  });
}
