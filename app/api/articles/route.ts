import { connection } from 'next/server';
import { listArticles } from '#lib/api/articles/list-articles.ts';
import { publishArticle } from '#lib/api/articles/publish-article.ts';
import { refuseMethod, route } from '#lib/api/endpoint.ts';

const list = route(listArticles);

export async function GET(request: Request): Promise<Response> {
  // A build would run it otherwise.
  await connection();
  return list(request);
}

export const POST = route(publishArticle);

const refuse = refuseMethod('GET, HEAD, POST');

export { refuse as DELETE, refuse as PATCH, refuse as PUT };
