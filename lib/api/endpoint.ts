import { type ApiDesk, sharedApiDesk } from './api-desk.ts';
import { Problem, problemAnswer } from './problem.ts';

/** Answers a call. `id` is the part of the address that names what it is about. Throws Problem. */
export type Endpoint = (desk: ApiDesk, request: Request, id: string) => Promise<Response>;

type Context = { params: Promise<{ id?: string }> };

/** Makes a route of an endpoint. */
export function route(endpoint: Endpoint) {
  return async (request: Request, context?: Context): Promise<Response> => {
    const { id = '' } = (await context?.params) ?? {};
    return answer(endpoint, await sharedApiDesk(), request, id);
  };
}

/** Runs an endpoint. Whatever goes wrong is told as a problem, and what is not the caller's fault in
 *  the log alone. */
export async function answer(
  endpoint: Endpoint,
  desk: ApiDesk,
  request: Request,
  id = '',
): Promise<Response> {
  try {
    return await endpoint(desk, request, id);
  } catch (error) {
    if (error instanceof Problem) return problemAnswer(error);
    console.error(error);
    return problemAnswer(new Problem('failure', 'It is in the server’s log. Try again later.'));
  }
}

/** Says which methods an address takes (RFC 9110, 15.5.6). */
export function refuseMethod(allow: string) {
  return async (request: Request): Promise<Response> =>
    problemAnswer(
      new Problem('method-not-allowed', `There is no ${request.method} here, but ${allow}.`, {
        headers: { allow },
      }),
    );
}
