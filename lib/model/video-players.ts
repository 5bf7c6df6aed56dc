import { LANGUAGE_CODES, type LanguageCode } from './language.ts';

/** The sites whose player readers can load inside a story (docs/adr/0010): those that give each video
 *  an address of a player and nothing else. Of all others stories have a link. */
export const PLAYERS = {
  youtube: {
    site: 'YouTube',
    /** The player that sets no cookie before it plays. */
    origin: 'https://www.youtube-nocookie.com',
    // Two names of eleven letters stand where else a number would, and are none.
    id: /(?!videoseries|live_stream)[\w-]{11}/,
    path: (id: string) => `/embed/${id}`,
  },
  vimeo: {
    site: 'Vimeo',
    origin: 'https://player.vimeo.com',
    id: /\d{1,12}/,
    /** “dnt” is Vimeo’s word for a player that sets no cookies. */
    path: (id: string) => `/video/${id}?dnt=1`,
  },
} as const satisfies Record<string, Player>;

type Player = { site: string; origin: string; id: RegExp; path: (id: string) => string };

export type PlayerName = keyof typeof PLAYERS;

export const PLAYER_NAMES = Object.keys(PLAYERS) as PlayerName[];

/** A video that a player can play. */
export type Video = { player: PlayerName; id: string };

/** Reads the names by which a video is asked for. Null if there is no such player, or no such id. */
export function readVideo(player: string, id: string): Video | null {
  const name = PLAYER_NAMES.find((known) => known === player);
  if (!name || !new RegExp(`^(?:${PLAYERS[name].id.source})$`).test(id)) return null;
  return { player: name, id };
}

/** Where the player itself is, at another site. */
export function playerAddress({ player, id }: Video): string {
  return PLAYERS[player].origin + PLAYERS[player].path(id);
}

/** The page of ours that stands in a story’s frame until a reader asks for the player. */
export function loaderPath({ player, id }: Video, lang: LanguageCode): string {
  return `/embeds/${player}/${id}?lang=${lang}`;
}

/** What `loaderPath` answers, and nothing else. */
export const LOADER_PATH = new RegExp(
  `^/embeds/(?:${PLAYER_NAMES.map((name) => `${name}/${PLAYERS[name].id.source}`).join('|')})` +
    `\\?lang=(?:${LANGUAGE_CODES.join('|')})$`,
);

/** The video that a path of ours is about; null for any other path. */
export function readLoaderPath(path: string): Video | null {
  if (!LOADER_PATH.test(path)) return null;
  const [, , player = '', id = ''] = path.replace(/\?.*$/, '').split('/');
  return readVideo(player, id);
}
