/** An address that gave nothing. The message ends a sentence that names the address. It may reach
 *  who sent the story, so it says nothing of the network that Lede runs in. */
export class FetchError extends Error {
  override name = 'FetchError';
  /** Whether the host itself could not be reached. */
  readonly isHostDown: boolean;

  constructor(message: string, isHostDown = false) {
    super(message);
    this.isHostDown = isHostDown;
  }
}

const CAUSES: Record<string, string> = {
  ENOTFOUND: 'its host can’t be found',
  EAI_AGAIN: 'its host can’t be found',
  ECONNREFUSED: 'its host refused the connection',
  ECONNRESET: 'its host broke the connection off',
  EPIPE: 'its host broke the connection off',
  ETIMEDOUT: 'its host did not answer in time',
  EHOSTUNREACH: 'its host can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
  HPE_HEADER_OVERFLOW: 'its server sent more headers than an answer may have',
};

/** What ended a request, as a FetchError. */
export function fetchErrorOf(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const { code = '', errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  // Where a host has several addresses, each has failed for itself.
  if (!CAUSES[code] && errors?.[0]) return fetchErrorOf(errors[0]);
  const known = CAUSES[code];
  if (known) return new FetchError(known, true);
  if (code.startsWith('HPE_')) return new FetchError('its server does not speak HTTP', true);
  if (/^(?:Z_|ZSTD_|ERR_ZSTD|ERR_BROTLI|ERR__ERROR)/.test(code)) {
    return new FetchError('what came is compressed in a way that can’t be read');
  }
  if (/CERT|TLS|SSL|SIGNATURE|SELF_SIGNED/.test(code)) {
    return new FetchError(`its server can’t prove who it is (${code})`, true);
  }
  return new FetchError(code || (error instanceof Error ? error.message : String(error)), true);
}
