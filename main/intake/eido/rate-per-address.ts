/** So many addresses are remembered: beyond it the one that was quiet longest starts anew. */
const REMEMBERED = 4_096;

interface Bucket {
  left: number;
  at: number;
}

/** So much a minute for each address, all of it at once if it comes so. */
export class RatePerAddress {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes `count` from what the address has left; false when it has less. `now` in milliseconds. */
  take(address: string, now: number, count = 1): boolean {
    const network = networkOf(address);
    const bucket = this.#buckets.get(network) ?? { left: this.#perMinute, at: now };
    const filled = bucket.left + ((now - bucket.at) / 60_000) * this.#perMinute;
    bucket.left = Math.min(this.#perMinute, filled);
    bucket.at = now;
    const enough = bucket.left >= count;
    if (enough) bucket.left -= count;
    // Put in again at the end: the first of the map is the one that was quiet longest.
    this.#buckets.delete(network);
    this.#buckets.set(network, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > REMEMBERED && oldest !== undefined) this.#buckets.delete(oldest);
    return enough;
  }

  /** Whole seconds until the address has `count` again. */
  secondsUntil(address: string, count = 1): number {
    const missing = count - (this.#buckets.get(networkOf(address))?.left ?? this.#perMinute);
    return Math.max(1, Math.ceil((missing / this.#perMinute) * 60));
  }
}

/** One computer has a whole /64 of IPv6 to choose from. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill('0');
  return [...front, ...gap, ...back].slice(0, 4).join(':');
}
