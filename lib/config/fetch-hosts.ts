import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** Hosts that Lede may ask although they are not on the public internet: by name, or by their
 *  addresses. Without a port, at each. */
export type FetchHost = ({ name: string } | Subnet) & { port?: number };

type Subnet = { subnet: string; prefix: number; family: 'ipv4' | 'ipv6' };

const RULE =
  'must list hosts, as cms.newsroom.example, 10.0.0.7:8080, [fd00::7]:8080 or 10.0.0.0/24';

/** Reads a list of hosts, parted by commas or spaces. */
export function parseFetchHosts(list: string, context: z.RefinementCtx): FetchHost[] {
  const hosts = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(hostOf);
  if (hosts.every((host) => host !== null)) return hosts;
  context.addIssue({ code: 'custom', message: RULE, input: list });
  return z.NEVER;
}

function hostOf(entry: string): FetchHost | null {
  const whole = subnetOf(entry);
  if (whole) return whole;
  const [, bracketed, bare = '', digits] =
    /^(?:\[(.+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const port = digits ? { port: Number(digits) } : {};
  if (port.port !== undefined && (port.port < 1 || port.port > 65_535)) return null;
  const subnet = subnetOf(bracketed ?? bare);
  if (subnet) return { ...subnet, ...port };
  return bracketed === undefined && isName(bare) ? { name: domainToASCII(bare), ...port } : null;
}

function subnetOf(text: string): Subnet | null {
  const [, address = '', digits] = /^(.+?)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  const prefix = digits === undefined ? longest : Number(digits);
  if (version === 0 || prefix > longest) return null;
  return { subnet: address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** A name of letters. One whose last part is a number would be read as an address. */
function isName(text: string): boolean {
  return /^(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*$/u.test(text);
}
