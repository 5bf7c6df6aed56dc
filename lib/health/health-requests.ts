import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiDesk, sharedApiDesk } from '#lib/api/api-desk.ts';
import { answer, wrongMethod } from '#lib/api/endpoint.ts';
import { problemAnswer } from '#lib/api/problem.ts';
import { sendAnswer } from '#lib/api/send-answer.ts';
import { admitCaller } from './admit-caller.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

const METHODS = ['GET', 'HEAD'];

type Health = { readiness: Readiness; metrics: Metrics; desk?: () => Promise<ApiDesk> };

/** Answers `/healthz` (this process is alive; nothing else is asked), `/readyz` (it should be given
 *  requests) and, to whoever has a token, `/metrics`. False for any other address. */
export function healthRequests({ readiness, metrics, desk = sharedApiDesk }: Health) {
  const answers: Record<string, (request: Request) => Response | Promise<Response>> = {
    '/healthz': () => new Response('ok\n', { headers: TEXT }),

    async '/readyz'() {
      const problem = await readiness.look();
      const status = problem === null ? 200 : 503;
      return new Response(`${problem ?? 'ready'}\n`, { status, headers: TEXT });
    },

    async '/metrics'(request) {
      return answer(
        async (desk) => {
          await admitCaller(desk, request);
          const headers = { ...TEXT, 'content-type': metrics.contentType };
          return new Response(await metrics.text(), { headers });
        },
        await desk(),
        request,
      );
    },
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = ''] = (request.url ?? '').split('?');
    const found = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (!found) return false;
    const { method = '' } = request;
    const made = METHODS.includes(method)
      ? found(webRequest(request, path))
      : problemAnswer(wrongMethod(method, METHODS.join(', ')));
    Promise.resolve(made).then((answer) => sendAnswer(response, answer));
    return true;
  };
}

/** As the API has it. Nobody reads the body. */
function webRequest({ headers }: IncomingMessage, path: string): Request {
  const kept = new Headers();
  for (const name of ['authorization', 'x-forwarded-for']) {
    const value = headers[name];
    if (typeof value === 'string') kept.set(name, value);
  }
  return new Request(`http://lede.invalid${path}`, { headers: kept });
}
