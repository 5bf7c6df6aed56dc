import { isLanguageCode } from '#lib/model/language.ts';
import { PLAYERS, readVideo } from '#lib/model/video-players.ts';
import { loaderPage, noVideoPage } from '#lib/text/embeds/loader-page.ts';

type Context = { params: Promise<{ provider: string; id: string }> };

const A_DAY = 'public, max-age=86400';

/** The page that stands in a story’s frame until a reader asks for the player. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const wanted = new URL(request.url).searchParams.get('lang') ?? '';
  const { provider, id } = await params;
  const lang = isLanguageCode(wanted) ? wanted : 'en';
  const video = readVideo(provider, id);
  if (!video) return answer(noVideoPage(lang), 404, "'none'", 'no-cache');
  return answer(loaderPage(video, lang), 200, PLAYERS[video.player].origin, A_DAY);
}

/** Nothing of it runs, and only this site may frame it. Of its own frame, which is the story’s, the
 *  standard asks the page that stands in it whether the player may follow, and browsers ask the story
 *  (w3c/webappsec-csp#624): so both name it. */
function answer(html: string, status: number, player: string, caching: string): Response {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `frame-src ${player}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': caching,
    },
  });
}
