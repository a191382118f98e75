import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dana, START, theo } from '../support/given.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { AreaMap } from '#shared/place/area-map.ts';
import { evolveAreaMaps, NO_AREA_MAPS, type AreaMaps } from '#shared/place/area-map-events.ts';
import { approveMap, declineMap, proposeMap, withdrawMap } from '#shared/place/decide-area-maps.ts';

const map = (source: string): AreaMap => ({
  source,
  schematic: false,
  shapes: [{ name: source, areaId: 'uptown', polygons: [] }],
});

const acts = fc.oneof(
  fc.record({ does: fc.constant('propose' as const), what: fc.constantFrom('a', 'b', 'c') }),
  fc.record({
    does: fc.constantFrom('approve', 'decline', 'withdraw'),
    by: fc.constantFrom(dana, theo),
  }),
);

function after(
  maps: AreaMaps,
  act: typeof acts extends fc.Arbitrary<infer T> ? T : never,
): AreaMaps {
  const decided =
    act.does === 'propose'
      ? proposeMap(maps, map((act as { what: string }).what), (act as { what: string }).what, '')
      : act.does === 'approve'
        ? approveMap(maps, maps.waiting?.hash ?? '', (act as { by: typeof dana }).by)
        : act.does === 'decline'
          ? declineMap(maps, maps.waiting?.hash ?? '', 'no')
          : withdrawMap(maps, maps.inForce?.hash ?? '', 'no');
  if (isRefusal(decided)) return maps;
  return decided.reduce((now, event) => evolveAreaMaps(now, event, { at: START, by: dana }), maps);
}

test('whatever is tried, no map counts that its author alone approved, and a step back is one step', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 20 }), (tried) => {
      let maps = NO_AREA_MAPS;
      for (const act of tried) {
        const before = maps;
        maps = after(before, act);
        if (maps.inForce !== null) expect(maps.inForce.approvedBy).toBe(theo);
        if (act.does !== 'withdraw' || maps === before) continue;
        expect(maps.stepBack).toBeNull();
        expect(maps.inForce).toEqual(before.stepBack?.to ?? null);
        expect(after(maps, act)).toBe(maps);
      }
    }),
  );
});

test('a map without any area of the policy is not proposed', () => {
  const none = { ...map('x'), shapes: [{ name: 'x', areaId: null, polygons: [] }] };
  expect(proposeMap(NO_AREA_MAPS, none, 'h', '')).toMatchObject({ refused: 'no-area-matched' });
});

test('the map in force is not proposed again', () => {
  const inForce = [
    { type: 'areas.proposed', hash: 'a', map: map('a'), note: '' },
    { type: 'areas.adopted', hash: 'a', how: 'imported', approvedBy: theo },
  ] as const;
  const maps = inForce.reduce(
    (now, event) => evolveAreaMaps(now, event, { at: START, by: dana }),
    NO_AREA_MAPS,
  );
  expect(proposeMap(maps, map('a'), 'a', '')).toMatchObject({ refused: 'map-in-force' });
});
