import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';
import { PLAYERS, playerAddress, type Video } from '#lib/model/video-players.ts';

/** The whole page that stands in a story’s frame and asks no other site for anything: one link, which
 *  leads the frame to the player, and what that tells the player’s site. */
export function loaderPage(video: Video, lang: LanguageCode): string {
  const { player } = messagesOf(lang);
  const { site } = PLAYERS[video.player];
  const load = formatMessage(player.load, { site }, lang);
  const warning = formatMessage(player.warning, { site }, lang);
  return framedPage(
    lang,
    load,
    `<a href="${playerAddress(video)}">
<span class="load">${load}</span>
<span>${warning}</span>
</a>`,
  );
}

/** What a frame shows whose address names no video. */
export function noVideoPage(lang: LanguageCode): string {
  const { unknown } = messagesOf(lang).player;
  return framedPage(lang, unknown, `<p>${unknown}</p>`);
}

function framedPage(lang: LanguageCode, title: string, content: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${LANGUAGES[lang].dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/player.css">
</head>
<body>
${content}
</body>
</html>
`;
}
