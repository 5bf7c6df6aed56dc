import { connection } from 'next/server';
import { changeArticle } from '#lib/api/articles/change-article.ts';
import { readArticle } from '#lib/api/articles/read-article.ts';
import { withdrawArticle } from '#lib/api/articles/withdraw-article.ts';
import { refuseMethod, route } from '#lib/api/endpoint.ts';

type Context = { params: Promise<{ id: string }> };

const read = route(readArticle);

export async function GET(request: Request, context: Context): Promise<Response> {
  // A build would run it otherwise.
  await connection();
  return read(request, context);
}

export const PATCH = route(changeArticle);
export const DELETE = route(withdrawArticle);

const refuse = refuseMethod('GET, HEAD, PATCH, DELETE');

export { refuse as POST, refuse as PUT };
