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
    // What no name has, and PostgreSQL refuses to look for.
    if (/\p{Cc}/u.test(id)) throw new Problem('not-found', 'There is nothing at this address.');
    return await endpoint(desk, request, id);
  } catch (error) {
    if (error instanceof Problem) return problemAnswer(error);
    console.error(error);
    return problemAnswer(new Problem('failure', 'It is in the server’s log. Try again later.'));
  }
}

/** Says which methods an address takes (RFC 9110, 15.5.6). */
export function refuseMethod(allow: string) {
  return async ({ method }: Request): Promise<Response> =>
    problemAnswer(wrongMethod(method, allow));
}

/** What is wrong with a call by a method that an address doesn't take. */
export function wrongMethod(method: string, allow: string): Problem {
  return new Problem('method-not-allowed', `There is no ${method} here, but ${allow}.`, {
    headers: { allow },
  });
}
