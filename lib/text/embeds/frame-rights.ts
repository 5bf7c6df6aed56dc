import { PLAYER_NAMES, PLAYERS, type PlayerName } from '#lib/model/video-players.ts';

/** What a player may do in its frame: run, keep its own settings, play on a second screen, and open
 *  its site in a window. It can't lead the page itself elsewhere.
 *
 *  Scripts and an origin of its own together would let a page of ours take the sandbox off. The one
 *  page of ours in such a frame, which waits there for the reader, has no script and a policy that
 *  lets none run; every other refuses to be framed. Windows leave the sandbox: inside of it browsers
 *  refuse YouTube’s pages (crbug.com/1463173). */
export const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-presentation',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
] as const;

/** The rights that a page hands on to a player, by its name: without one, `allow` means the page that
 *  stands in the frame first (Permissions Policy, “declared origin”), which needs none. */
export function permissionsOf(player: PlayerName): string {
  const { origin } = PLAYERS[player];
  return ['fullscreen', 'encrypted-media', 'picture-in-picture']
    .map((right) => `${right} ${origin}`)
    .join('; ');
}

export const PERMISSIONS = PLAYER_NAMES.map(permissionsOf);
