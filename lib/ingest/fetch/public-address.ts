import { BlockList } from 'node:net';

/** Networks of IPv4 that are not the public internet: this machine, private networks, the network's
 *  own services (169.254.169.254 hands out a cloud's keys), and all that is reserved.
 *  https://www.iana.org/assignments/iana-ipv4-special-registry */
const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

/** Of IPv6 only this is given out to the public; outside of it are loopback, link-local,
 *  unique-local, multicast, IPv4-mapped addresses and NAT64. */
const GLOBAL_IPV6 = '2000::/3';

/** Inside of it: protocols and Teredo, examples, and 6to4, which carries any address of IPv4.
 *  https://www.iana.org/assignments/iana-ipv6-special-registry */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const special = listOf([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const global = listOf([GLOBAL_IPV6]);

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string, family: 'ipv4' | 'ipv6'): boolean {
  if (special.check(address, family)) return false;
  return family === 'ipv4' || global.check(address, family);
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
