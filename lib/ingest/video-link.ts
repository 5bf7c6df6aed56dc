import { pageWords } from '#lib/text/embeds/link-embeds.ts';

/** A paragraph that leads to a YouTube video, given its id or address. Null if it is neither. */
export function videoLink(video: unknown, lang: string): string | null {
  const id = /(?:^|v=|youtu\.be\/|embed\/)([\w-]{11})(?:[?&#]|$)/.exec(String(video ?? '').trim());
  if (!id) return null;
  const address = `https://www.youtube.com/watch?v=${id[1]}`;
  return `<p><a href="${address}">${pageWords('video', 'YouTube', lang)}</a></p>`;
}
