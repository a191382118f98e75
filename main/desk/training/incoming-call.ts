import type { Desk } from '../desk.ts';
import type { Scenario } from './scenario.ts';
import { BLOCKS_OUTSIDE, STREET_BLOCKS } from './street-blocks.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import type { Call } from '#shared/call/call.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Reserved for fiction, all of them. */
const NUMBERS = Array.from({ length: 200 }, (_, index) => {
  const line = String(100 + (index % 100)).padStart(4, '0');
  return `${index < 100 ? '312' : '773'}-555-${line}`;
});
/** Coprime to the 200 numbers: neighbouring calls get numbers that look unrelated, none twice in a row. */
const STRIDE = 37;

/** What arrives with a call of where it comes from: no point, as from most telephones. */
type CalledFrom = Pick<Call, 'address' | 'areaId'>;

/** One call rings. Returns its id. */
export function ring(desk: Desk, scenario: Scenario, words: string, place: CalledFrom): CallId {
  const number = nextCallNumber(desk.db);
  const callId = desk.newId() as CallId;
  desk.record(
    [
      {
        type: 'call.received',
        callId,
        number,
        source: 'simulated',
        receivedAt: desk.now().toISOString(),
        ani: callbackOf(scenario, number),
        address: place.address,
        areaId: place.areaId,
        callType: scenario.arrivesAs === undefined ? scenario.callType : scenario.arrivesAs,
        words,
      },
    ],
    DESK_OPERATOR,
  );
  return callId;
}

function callbackOf({ where, hidesNumber }: Scenario, number: number): string | null {
  if (hidesNumber === true) return null;
  if (typeof where === 'object') return where.callback;
  return NUMBERS[(number * STRIDE) % NUMBERS.length] ?? null;
}

/** Some hundred block that suits the scenario. */
export function placeFor(scenario: Scenario, policy: Policy, random: () => number): CalledFrom {
  const { where, spot } = scenario;
  if (typeof where === 'object') return { address: where.address, areaId: where.areaId };
  const at = (block: string) => (spot === undefined ? block : `${block}, ${spot}`);
  // One call in fourteen comes from beyond the areas: no team serves there, and the board has to say so.
  if (where === 'outside' || (where === 'anywhere' && random() < 1 / 14))
    return { address: at(oneOf(BLOCKS_OUTSIDE, random)), areaId: null };
  const areas = policy.areas.filter(
    (area) =>
      STREET_BLOCKS[area.id] !== undefined &&
      (where === 'anywhere' || area.zone.toLowerCase() === where),
  );
  if (areas.length === 0) return { address: at(oneOf(BLOCKS_OUTSIDE, random)), areaId: null };
  const area = oneOf(areas, random);
  return { address: at(oneOf(STREET_BLOCKS[area.id] ?? [], random)), areaId: area.id };
}

export function oneOf<T>(choices: readonly T[], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] as T;
}
