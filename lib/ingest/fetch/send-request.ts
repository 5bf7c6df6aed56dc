import dns from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { bareHost, type HostRules, portOf } from './host-rules.ts';

const LARGEST_HEADERS = 64 * 1024;

export type RequestLimits = {
  /** For as long nothing may come, in milliseconds. */
  idle: number;
  /** Ends it all. */
  signal: AbortSignal;
};

/** Sends one request and answers with the beginning of what comes back; whoever takes it reads it to
 *  its end or destroys it. Throws FetchError where the host may not be asked.
 *
 *  What is checked is the very address that is connected to: between a check of the name and a
 *  second look-up a hostile name server could answer otherwise (“DNS rebinding”). */
export async function sendRequest(
  url: URL,
  headers: Record<string, string>,
  rules: HostRules,
  { idle, signal }: RequestLimits,
): Promise<IncomingMessage> {
  const host = bareHost(url);
  const mayAsk = (address: string) => rules(host, portOf(url), address);
  // For an address nothing is looked up. URL has read it as the system would: 0x7f.1 is 127.0.0.1.
  if (isIP(host) && !mayAsk(host)) throw refusal(host);
  const send = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      // A connection of its own: none that was opened under other rules.
      agent: false,
      headers,
      lookup: lookupWhere(mayAsk),
      maxHeaderSize: LARGEST_HEADERS,
      signal,
      timeout: idle,
    });
    request.on('timeout', () => {
      const seconds = Math.ceil(idle / 1000);
      request.destroy(new FetchError(`its host sent nothing for ${seconds} seconds`, true));
    });
    request.on('error', reject).on('response', resolve).end();
  });
}

/** Resolves a name to those of its addresses that may be asked. */
function lookupWhere(mayAsk: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const allowed = found.filter(({ address }) => mayAsk(address));
      const [first] = allowed;
      if (!first) return callback(refusal(host), []);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string): FetchError {
  return new FetchError(
    `its host “${host}” is not on the public internet. If it is yours, name it in LEDE_FETCH_HOSTS`,
  );
}
