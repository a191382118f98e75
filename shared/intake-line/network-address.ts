/** How far an address reaches. Only the first two are listened on. */
export type AddressReach = 'this-computer' | 'local-network' | 'everywhere' | 'public' | 'unknown';

/** Of a written IPv4 or IPv6 address. A name is unknown: what it leads to is not for this desk to choose. */
export function reachOf(address: string): AddressReach {
  const four = ipv4(address);
  return four === null ? reachOfIpv6(address.toLowerCase()) : reachOfIpv4(four);
}

/** “127.0.0.1:8911”, “[::1]:8911”. */
export function addressWithPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

type Four = readonly [number, number, number, number];

function ipv4(address: string): Four | null {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(address)) return null;
  const parts = address.split('.').map(Number);
  return parts.every((part) => part <= 255) ? (parts as unknown as Four) : null;
}

function reachOfIpv4([first, second]: Four): AddressReach {
  if (first === 0) return 'everywhere';
  if (first === 127) return 'this-computer';
  const isLocal =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127);
  return isLocal ? 'local-network' : 'public';
}

function reachOfIpv6(address: string): AddressReach {
  if (!/^[0-9a-f:]{2,39}$/.test(address) || !address.includes(':')) return 'unknown';
  if (/^[0:]+$/.test(address)) return 'everywhere';
  if (/^(0{0,4}:)+0{0,3}1$/.test(address)) return 'this-computer';
  // Unique local (fc00::/7) and link-local (fe80::/10).
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(address) ? 'local-network' : 'public';
}
