import { playerAddress, readVideo, type Video } from '#lib/model/video-players.ts';
import { embedPage } from '#lib/text/embeds/embed-sites.ts';

/** The frame of a YouTube video, given its id or address. Null if it is neither. */
export function youTubeFrame(video: unknown): string | null {
  const id = /(?:^|v=|youtu\.be\/|embed\/)([\w-]{11})(?:[?&#]|$)/.exec(String(video ?? '').trim());
  return frameOf(readVideo('youtube', id?.[1] ?? ''));
}

/** The frame of the video that an address leads to. Null if it leads to none. */
export function videoFrame(address: string): string | null {
  return frameOf(embedPage(address)?.video ?? null);
}

/** As the sites themselves write it: what becomes of frames is decided for all of them in
 *  lib/text/embeds. */
function frameOf(video: Video | null): string | null {
  return video && `<iframe src="${playerAddress(video)}"></iframe>`;
}
