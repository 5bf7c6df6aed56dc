import { BlockList, isIP } from 'node:net';
import type { FetchHost } from '#lib/config/fetch-hosts.ts';
import { isPublicAddress } from './public-address.ts';

/** Says whether a host may be asked at an address. */
export type HostRules = (host: string, port: number, address: string) => boolean;

/** Any host on the public internet may be asked, and those that the operator lists. */
export function hostRules(listed: readonly FetchHost[]): HostRules {
  const rules = listed.map(ruleOf);
  return (host, port, written) => {
    // Link-local addresses name the network card behind a percent sign.
    const address = written.replace(/%.*$/, '');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isPublicAddress(address, family)) return true;
    return rules.some((rule) => rule(host, port, address, family));
  };
}

function ruleOf(listed: FetchHost) {
  const subnet = new BlockList();
  if ('subnet' in listed) subnet.addSubnet(listed.subnet, listed.prefix, listed.family);
  return (host: string, port: number, address: string, family: 'ipv4' | 'ipv6'): boolean => {
    if (listed.port !== undefined && listed.port !== port) return false;
    return 'name' in listed ? listed.name === host : subnet.check(address, family);
  };
}

/** The hosts of addresses that an operator types herself, if each says that it is inside her
 *  network: then it is her wish to ask it. A name that could be anybody's is not meant so, since
 *  whoever owns it could lead it anywhere. */
export function localHostsOf(given: readonly string[]): FetchHost[] {
  return given.flatMap((address): FetchHost[] => {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [];
    const url = new URL(address);
    const host = bareHost(url);
    const port = portOf(url);
    const version = isIP(host);
    if (version === 4) return [{ subnet: host, prefix: 32, family: 'ipv4', port }];
    if (version === 6) return [{ subnet: host, prefix: 128, family: 'ipv6', port }];
    return LOCAL_NAME.test(host) ? [{ name: host, port }] : [];
  });
}

/** Names that nobody can own on the internet (RFC 6761, RFC 6762, ICANN's `.internal`). */
const LOCAL_NAME = /^(?:[^.]+|.+\.(?:localhost|local|internal))$/;

/** The host of an address, without the brackets around IPv6. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$|\.$/g, '');
}

/** The port of an address, said or not. */
export function portOf({ port, protocol }: URL): number {
  return port ? Number(port) : protocol === 'https:' ? 443 : 80;
}
