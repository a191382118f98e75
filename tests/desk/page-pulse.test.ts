import { expect, test } from 'vitest';
import { PagePulse, Reloads } from '#main/electron/page-pulse.ts';

const looks = (pulse: PagePulse, count: number) =>
  Array.from({ length: count }, () => pulse.look()).indexOf(true) + 1;

test('a page that gave signs of life is given up at the fourth look without one', () => {
  const pulse = new PagePulse();
  pulse.heard();
  expect(looks(pulse, 3)).toBe(0);
  pulse.heard();
  expect(looks(pulse, 9)).toBe(4);
});

test('one that is being opened has longer, also after another was given up', () => {
  const pulse = new PagePulse();
  expect(looks(pulse, 9)).toBe(5);
  pulse.heard();
  pulse.opened();
  expect(looks(pulse, 4)).toBe(0);
});

test('a page is opened again three times in two minutes, and again after a while', () => {
  let now = 0;
  const reloads = new Reloads(() => now);
  expect([1, 2, 3, 4].map(() => reloads.once())).toEqual([true, true, true, false]);
  now = 120_000;
  expect(reloads.once()).toBe(true);
});
