import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http';
import type { FetchHost } from '#lib/config/fetch-hosts.ts';
import { FetchError, fetchErrorOf } from './fetch-error.ts';
import { hostRules } from './host-rules.ts';
import { ENCODINGS, readAnswer } from './read-answer.ts';
import { sendRequest } from './send-request.ts';

const MOST_REDIRECTS = 5;

/** How long a server may take, in milliseconds: between two pieces, and for everything. */
const PATIENCE = { idle: 10_000, total: 30_000 };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Unpacked. Empty unless the status is one of success (2xx). */
  bytes: Buffer;
  /** Where it stood, behind all redirects. */
  address: string;
  /** Where the address has moved for good, if its server says so. */
  movedTo: string | null;
};

export type Fetched = Pick<Answer, 'bytes' | 'address'> & {
  /** The character set that the server says it is in. */
  charset: string | undefined;
};

/** The one way to the network. It asks hosts on the public internet, and those that the operator
 *  lists; http and https; with limits on time, size and redirects. */
export type Fetcher = {
  /** Asks an address and answers what its server says. Throws FetchError where none comes. */
  ask(address: string, wish: { most: number; headers?: Record<string, string> }): Promise<Answer>;
  /** What stands at an address, at most `most` bytes. Throws FetchError. */
  get(address: string, most: number): Promise<Fetched>;
};

export type FetcherOptions = {
  /** Hosts that may be asked although they are not on the public internet. */
  hosts?: readonly FetchHost[] | undefined;
  userAgent?: string | undefined;
  patience?: typeof PATIENCE | undefined;
};

/** Opens the way to the network. */
export function openFetcher(options: FetcherOptions = {}): Fetcher {
  const { hosts = [], userAgent = 'Lede', patience = PATIENCE } = options;
  const rules = hostRules(hosts);

  const ask: Fetcher['ask'] = async (address, { most, headers: own }) => {
    const signal = AbortSignal.timeout(patience.total);
    const headers = {
      accept: '*/*',
      'accept-encoding': ENCODINGS,
      'user-agent': userAgent,
      ...own,
    };
    const limits = { idle: patience.idle, signal };
    try {
      let url = checkedUrl(address);
      let movedTo: string | null = null;
      let isForGood = true;
      for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
        const answer = await sendRequest(url, headers, rules, limits);
        const { statusCode: status = 0, headers: said } = answer;
        if (!REDIRECTS.has(status) || !said.location) {
          const isWanted = status >= 200 && status < 300;
          if (!isWanted) answer.destroy();
          const bytes = isWanted ? await readAnswer(answer, most) : Buffer.alloc(0);
          return { status, headers: said, bytes, address: url.href, movedTo };
        }
        answer.destroy();
        const next = checkedUrl(Buffer.from(said.location, 'latin1').toString(), url);
        // Who asked in secret is not led into the open for good.
        isForGood &&= PERMANENT.has(status) && !(isSecret(url) && !isSecret(next));
        if (isForGood) movedTo = next.href;
        url = next;
      }
      throw new FetchError('it leads from one address to the next without end');
    } catch (error) {
      if (error instanceof FetchError || !signal.aborted) throw fetchErrorOf(error);
      const seconds = Math.ceil(patience.total / 1000);
      throw new FetchError(`it did not come within ${seconds} seconds`, true);
    }
  };

  return {
    ask,
    async get(address, most) {
      const answer = await ask(address, { most });
      if (answer.status < 200 || answer.status >= 300) throw new FetchError(refusalOf(answer));
      return { bytes: answer.bytes, address: answer.address, charset: charsetOf(answer.headers) };
    },
  };
}

/** What a server answered that gave nothing, as the end of a sentence. The words are ours: a server
 *  may say anything. */
export function refusalOf({ status }: Pick<Answer, 'status'>): string {
  return `its server answered ${status} ${STATUS_CODES[status] ?? ''}`.trim();
}

/** The character set that a server says its answer is in. */
export function charsetOf(headers: IncomingHttpHeaders): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1];
}

/** How this site names itself to others. Header values can hold no letters beyond ASCII. */
export function userAgentOf({ siteName, siteUrl }: { siteName: string; siteUrl: string }): string {
  const name = siteName.replace(/[^\x20-\x7e]|[()\\]/g, '').trim();
  return `Lede (${[name, `+${siteUrl}`].filter(Boolean).join('; ')})`;
}

function checkedUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base))
    throw new FetchError('it leads to something that is no address');
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) {
    throw new FetchError(`it leads to an address that begins with “${url.protocol}”`);
  }
  if (url.username || url.password) throw new FetchError('its address carries a password');
  return url;
}

function isSecret({ protocol }: URL): boolean {
  return protocol === 'https:';
}
