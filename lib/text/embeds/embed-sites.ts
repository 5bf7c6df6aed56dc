/** What a player or card shows, which decides what its link is called. */
export type EmbedKind = 'video' | 'sound' | 'post' | 'map' | 'chart' | 'page';

/** Where readers find what a frame would have shown. */
export type EmbedPage = { site: string; kind: EmbedKind; href: string };

type Site = {
  host: RegExp;
  site: string;
  kind: EmbedKind;
  /** The address of the page for people; without an answer, the frame’s own. */
  page?: (url: URL) => string | undefined;
};

/** Hosts of frames that count visitors and show nothing. */
const COUNTERS =
  /(?:^|\.)(?:googletagmanager|doubleclick|googlesyndication|scorecardresearch)\.(?:com|net)$/;

const SITES: Site[] = [
  {
    host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    site: 'YouTube',
    kind: 'video',
    page: ({ hostname, pathname, searchParams }) => {
      const list = searchParams.get('list');
      if (pathname === '/embed/videoseries' && list) {
        return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
      }
      const inPath = hostname.endsWith('youtu.be') ? pathname.slice(1) : pathname;
      const id = /^(?:\/(?:embed|v|shorts|live)\/)?([\w-]{11})\/?$/.exec(inPath)?.[1];
      const video = id ?? searchParams.get('v');
      return video ? `https://www.youtube.com/watch?v=${encodeURIComponent(video)}` : undefined;
    },
  },
  {
    host: /(?:^|\.)vimeo\.com$/,
    site: 'Vimeo',
    kind: 'video',
    page: ({ pathname }) => withId(/^\/video\/(\d+)/.exec(pathname), 'https://vimeo.com/'),
  },
  {
    host: /(?:^|\.)dailymotion\.com$/,
    site: 'Dailymotion',
    kind: 'video',
    page: ({ pathname }) =>
      withId(/^\/embed\/video\/(\w+)/.exec(pathname), 'https://www.dailymotion.com/video/'),
  },
  {
    host: /(?:^|\.)tiktok\.com$/,
    site: 'TikTok',
    kind: 'video',
    page: ({ pathname }) =>
      withId(
        /^\/(?:embed|player)\/(?:v\d\/)?(\d+)/.exec(pathname),
        'https://www.tiktok.com/@/video/',
      ),
  },
  {
    host: /^(?:platform\.)?(?:twitter|x)\.com$/,
    site: 'X',
    kind: 'post',
    page: ({ searchParams }) =>
      withId(/^(\d+)$/.exec(searchParams.get('id') ?? ''), 'https://x.com/i/status/'),
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
  const full = address.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.username || url.password || COUNTERS.test(url.hostname)) return null;
  const known = SITES.find(({ host }) => host.test(url.hostname));
  if (!known) return { site: url.hostname.replace(/^www\./, ''), kind: 'page', href: url.href };
  return { site: known.site, kind: known.kind, href: known.page?.(url) ?? url.href };
}

function withId(match: RegExpExecArray | null, before: string): string | undefined {
  return match?.[1] && before + match[1];
}

/** An address that stands inside of another, if it is of the same site. */
function ownAddress(address: string | null, host: RegExp): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' && host.test(url.hostname) ? url.href : undefined;
}
