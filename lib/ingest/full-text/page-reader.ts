import { setTimeout as pause } from 'node:timers/promises';
import { decodeText } from '../decode-text.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { type PageText, pageTextOf } from './page-text.ts';

const LARGEST_PAGE = 2_000_000;

/** Between two pages of one host, in milliseconds. */
const PAUSE = 500;

/** Reads the story of the page at an address, with that address behind all redirects. Throws
 *  FetchError. */
export type PageReader = (address: string) => Promise<{ page: PageText; address: string }>;

/** Reads pages politely: of each host one at a time, with a pause behind it. */
export function pageReader(fetcher: Fetcher, between = PAUSE): PageReader {
  const queues = new Map<string, Promise<unknown>>();
  return (address) => {
    const { host } = new URL(address);
    const reading = (queues.get(host) ?? Promise.resolve()).then(() => readPage(fetcher, address));
    queues.set(
      host,
      reading.then(
        () => pause(between),
        () => pause(between),
      ),
    );
    return reading;
  };
}

async function readPage(fetcher: Fetcher, asked: string) {
  const { bytes, charset, address } = await fetcher.get(asked, LARGEST_PAGE);
  const html = decodeText(bytes, charset);
  const page = html === null ? null : pageTextOf(html);
  if (!page) throw new FetchError('there is no story on it');
  return { page, address };
}
