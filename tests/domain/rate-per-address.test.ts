import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf, RatePerAddress } from '#main/intake/eido/rate-per-address.ts';

test('so many at once, and as many again after a minute', () => {
  const rate = new RatePerAddress(60);
  for (let at = 0; at < 60; at += 1) expect(rate.take('10.0.0.1', 0)).toBe(true);
  expect(rate.take('10.0.0.1', 0)).toBe(false);
  expect(rate.secondsUntil('10.0.0.1')).toBe(1);
  expect(rate.secondsUntil('10.0.0.1', 30)).toBe(30);
  expect(rate.take('10.0.0.2', 0)).toBe(true);
  expect(rate.take('10.0.0.1', 1_000)).toBe(true);
  expect(rate.take('10.0.0.1', 1_000)).toBe(false);
  expect(rate.take('10.0.0.1', 61_000, 60)).toBe(true);
});

test('in no minute more than twice what is set, however it is asked for', () => {
  const asks = fc.array(fc.record({ wait: fc.nat(3_000), count: fc.integer({ min: 0, max: 5 }) }));
  fc.assert(
    fc.property(asks, (each) => {
      const rate = new RatePerAddress(10);
      let now = 0;
      const taken: number[] = [];
      for (const { wait, count } of each) {
        now += wait;
        if (rate.take('10.0.0.1', now, count))
          taken.push(...Array.from({ length: count }, () => now));
      }
      for (const start of taken)
        expect(taken.filter((at) => at >= start && at < start + 60_000).length).toBeLessThan(21);
    }),
    { numRuns: 100 },
  );
});

test('of a flood of addresses only some thousand are remembered', () => {
  const rate = new RatePerAddress(1);
  for (let at = 0; at < 5_000; at += 1) rate.take(`10.0.${at >> 8}.${at & 255}`, at);
  // The first has been forgotten and starts anew.
  expect(rate.take('10.0.0.0', 5_000)).toBe(true);
  expect(rate.take('10.0.19.135', 5_000)).toBe(false);
});

test('of IPv6 a whole network counts as one address, and a mapped one as what it is', () => {
  expect(networkOf('fd12:3456::1')).toBe(networkOf('fd12:3456:0:0:ffff::2'));
  expect(networkOf('fd12:3456:0:1::1')).not.toBe(networkOf('fd12:3456::1'));
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('::1')).toBe('0:0:0:0');
});
