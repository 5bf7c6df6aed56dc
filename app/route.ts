import Negotiator from 'negotiator';
import { editions } from '#lib/news/editions.ts';

/** Leads to the edition that suits the reader's languages; where none does, to the default. */
export function GET(request: Request): Response {
  const accepted = { headers: { 'accept-language': request.headers.get('accept-language') ?? '' } };
  const [first] = editions();
  const lang = new Negotiator(accepted).language([...editions()]) ?? first;
  return new Response(null, {
    status: 302,
    headers: { location: `/${lang}`, vary: 'Accept-Language', 'cache-control': 'no-cache' },
  });
}
