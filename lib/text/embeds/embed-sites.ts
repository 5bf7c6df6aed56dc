import {
  PLAYERS,
  playerAddress,
  readLoaderPath,
  readVideo,
  type Video,
} from '#lib/model/video-players.ts';

/** What a player or card shows, which decides what its link is called. */
export type EmbedKind = 'video' | 'sound' | 'post' | 'map' | 'chart' | 'page';

/** Where readers find what a frame would have shown. `video`: what they can also load in its place. */
export type EmbedPage = { site: string; kind: EmbedKind; href: string; video?: Video };

type Site = {
  host: RegExp;
  site: string;
  kind: EmbedKind;
  /** The address of the page for people; without an answer, the frame’s own. */
  page?: (url: URL) => string | undefined;
  video?: (url: URL) => Video | null;
};

/** Hosts of frames that count visitors and show nothing. */
const COUNTERS =
  /(?:^|\.)(?:googletagmanager|doubleclick|googlesyndication|scorecardresearch)\.(?:com|net)$/;

const SITES: Site[] = [
  {
    host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    site: PLAYERS.youtube.site,
    kind: 'video',
    page: (url) => {
      const list = url.searchParams.get('list');
      if (url.pathname === '/embed/videoseries' && list) {
        return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
      }
      return withId(youTubeVideo(url)?.id, 'https://www.youtube.com/watch?v=');
    },
    video: youTubeVideo,
  },
  {
    host: /(?:^|\.)vimeo\.com$/,
    site: PLAYERS.vimeo.site,
    kind: 'video',
    page: (url) => withId(vimeoVideo(url)?.id, 'https://vimeo.com/'),
    video: vimeoVideo,
  },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    site: 'Dailymotion',
    kind: 'video',
    page: ({ pathname }) =>
      withId(/^\/embed\/video\/(\w+)/.exec(pathname)?.[1], 'https://www.dailymotion.com/video/'),
  },
  {
    host: /(?:^|\.)tiktok\.com$/,
    site: 'TikTok',
    kind: 'video',
    page: ({ pathname }) =>
      withId(
        /^\/(?:embed|player)\/(?:v\d\/)?(\d+)/.exec(pathname)?.[1],
        'https://www.tiktok.com/@/video/',
      ),
  },
  {
    host: /^(?:platform\.)?(?:twitter|x)\.com$/,
    site: 'X',
    kind: 'post',
    page: ({ searchParams }) =>
      withId(/^(\d+)$/.exec(searchParams.get('id') ?? '')?.[1], 'https://x.com/i/status/'),
  },
  {
    host: /(?:^|\.)instagram\.com$/,
    site: 'Instagram',
    kind: 'post',
    page: ({ pathname }) => `https://www.instagram.com${pathname.replace(/embed\/?.*$/, '')}`,
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    site: 'Facebook',
    kind: 'post',
    page: ({ searchParams }) => ownAddress(searchParams.get('href'), /(?:^|\.)facebook\.com$/),
  },
  {
    host: /(?:^|\.)soundcloud\.com$/,
    site: 'SoundCloud',
    kind: 'sound',
    page: ({ searchParams }) =>
      ownAddress(searchParams.get('url'), /^(?:www\.|m\.)?soundcloud\.com$/),
  },
  {
    host: /^open\.spotify\.com$/,
    site: 'Spotify',
    kind: 'sound',
    page: ({ pathname }) =>
      `https://open.spotify.com${pathname.replace(/^\/embed(?:-podcast)?/, '')}`,
  },
  { host: /(?:^|\.)podcasts\.apple\.com$/, site: 'Apple Podcasts', kind: 'sound' },
  { host: /^(?:maps|www)\.google\.[a-z.]+$/, site: 'Google Maps', kind: 'map' },
  { host: /(?:^|\.)openstreetmap\.org$/, site: 'OpenStreetMap', kind: 'map' },
  { host: /(?:^|\.)(?:dwcdn\.net|datawrapper\.de)$/, site: 'Datawrapper', kind: 'chart' },
  { host: /(?:^|\.)flourish\.studio$/, site: 'Flourish', kind: 'chart' },
  { host: /(?:^|\.)infogram\.com$/, site: 'Infogram', kind: 'chart' },
];

/** The page for people behind the address of a frame. Null for one that shows nothing to a reader, or
 *  is no address of the web. */
export function embedPage(address: string): EmbedPage | null {
  // A story that was read from Lede's API and is sent again has frames that Lede made.
  const ours = readLoaderPath(address);
  if (ours) return embedPage(playerAddress(ours));
  const full = address.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.username || url.password || COUNTERS.test(url.hostname)) return null;
  const known = SITES.find(({ host }) => host.test(url.hostname));
  if (!known) return { site: url.hostname.replace(/^www\./, ''), kind: 'page', href: url.href };
  const { site, kind } = known;
  const video = known.video?.(url);
  return { site, kind, href: known.page?.(url) ?? url.href, ...(video ? { video } : {}) };
}

function youTubeVideo({ hostname, pathname, searchParams }: URL): Video | null {
  const inPath = hostname.endsWith('youtu.be') ? pathname.slice(1) : pathname;
  const id = /^(?:\/(?:embed|v|shorts|live)\/)?([\w-]+)\/?$/.exec(inPath)?.[1];
  return readVideo('youtube', id ?? '') ?? readVideo('youtube', searchParams.get('v') ?? '');
}

/** What follows the number of a page is the key of a video that is not for all; its page keeps it. */
function vimeoVideo({ pathname }: URL): Video | null {
  const id = /^\/video\/(\d+)/.exec(pathname) ?? /^\/(\d+)\/?$/.exec(pathname);
  return readVideo('vimeo', id?.[1] ?? '');
}

function withId(id: string | undefined, before: string): string | undefined {
  return id && before + id;
}

/** An address that stands inside of another, if it is of the same site. */
function ownAddress(address: string | null, host: RegExp): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' && host.test(url.hostname) ? url.href : undefined;
}
