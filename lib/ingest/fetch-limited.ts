const MOST_REDIRECTS = 3;
const PATIENCE = 10_000;

/** An address that gave nothing. The message ends a sentence that names the address. */
export class FetchError extends Error {
  override name = 'FetchError';
  /** Whether the host itself could not be reached. */
  readonly isHostDown: boolean;

  constructor(message: string, isHostDown = false) {
    super(message);
    this.isHostDown = isHostDown;
  }
}

export type Fetched = {
  bytes: Buffer;
  /** Where it stood, behind all redirects. */
  address: string;
  /** The character set that the server says it is in. */
  charset: string | undefined;
};

/** Fetches what stands at an http or https address, within 10 seconds, over at most 3 redirects,
 *  and not more than `most` bytes of it. Throws FetchError. */
export async function fetchLimited(address: string, most: number): Promise<Fetched> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    return await fetchFrom(new URL(address), most, signal, MOST_REDIRECTS);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw failureFrom(error, signal);
  }
}

async function fetchFrom(
  url: URL,
  most: number,
  signal: AbortSignal,
  redirects: number,
): Promise<Fetched> {
  if (!/^https?:$/.test(url.protocol))
    throw new FetchError(`its address begins with ${url.protocol}`);
  const headers = { 'user-agent': 'Lede (news import)' };
  const response = await fetch(url, { redirect: 'manual', signal, headers });
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location) {
    await response.body?.cancel();
    if (redirects === 0) throw new FetchError('it leads from one address to the next without end');
    return fetchFrom(new URL(location, url), most, signal, redirects - 1);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new FetchError(`its server answered ${response.status} ${response.statusText}`.trim());
  }
  const type = response.headers.get('content-type') ?? '';
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1];
  return { bytes: await readLimited(response, most), address: url.href, charset };
}

/** Reads in pieces, so that an endless answer is dropped where the limit is passed. */
async function readLimited(response: Response, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = Number(response.headers.get('content-length') ?? 0) > most ? most + 1 : 0;
  if (size === 0) {
    for await (const piece of response.body ?? []) {
      size += piece.byteLength;
      if (size > most) break;
      pieces.push(piece);
    }
  }
  if (size <= most) return Buffer.concat(pieces);
  await response.body?.cancel().catch(() => {});
  throw new FetchError(`it is larger than ${Math.round(most / 1_000_000)} MB`);
}

const CAUSES: Record<string, string> = {
  ENOTFOUND: 'its host can’t be found',
  EAI_AGAIN: 'its host can’t be found',
  ECONNREFUSED: 'its host refused the connection',
  ECONNRESET: 'its host broke the connection off',
  EHOSTUNREACH: 'its host can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
  UND_ERR_CONNECT_TIMEOUT: 'its host did not answer in time',
  UND_ERR_SOCKET: 'its host broke the connection off',
};

function failureFrom(error: unknown, signal: AbortSignal): FetchError {
  if (signal.aborted) return new FetchError('it did not come within 10 seconds', true);
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const reason = CAUSES[cause?.code ?? ''] ?? cause?.message ?? String(error);
  return new FetchError(reason, true);
}
