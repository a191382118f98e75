import { expect, test } from 'vitest';
import { incidentId, START, unit } from '../support/given.ts';
import { setUnitStatus } from '#shared/unit/decide-unit.ts';
import { evolveUnit } from '#shared/unit/unit-events.ts';
import {
  mayFollow,
  statusOfWord,
  UNIT_STATUS,
  UNIT_STATUSES,
  type UnitStatus,
} from '#shared/unit/unit-status.ts';

const pairs = UNIT_STATUSES.flatMap((from) => UNIT_STATUSES.map((to) => [from, to] as const));
const inStatus = (status: UnitStatus) =>
  unit({ status, incidentId: UNIT_STATUS[status].onIncident ? incidentId : null });

test.each(pairs)(
  'from %s to %s goes as the table says, or says what may come instead',
  (from, to) => {
    const before = inStatus(from);
    const outcome = setUnitStatus(before, to);
    if (from === to) expect(outcome).toEqual([]);
    else if (to === 'assigned')
      expect(outcome).toEqual({
        refused: 'needs-incident',
        because: 'Say which incident: send M1 and its number.',
      });
    else if (UNIT_STATUS[from].next.includes(to)) {
      const event = {
        type: 'unit.status-changed',
        unitId: 'M1',
        from,
        to,
        incidentId: before.incidentId,
        reason: null,
      };
      expect(outcome).toEqual([event]);
      const after = evolveUnit(before, event as never, '2026-03-03T19:00:00.000Z');
      expect(after).toMatchObject({ status: to, since: '2026-03-03T19:00:00.000Z' });
      expect(after?.incidentId).toBe(UNIT_STATUS[to].onIncident ? incidentId : null);
    } else {
      expect(outcome).toMatchObject({ refused: 'status-order' });
      const { because } = outcome as { because: string };
      expect(because).toContain(`M1 is ${UNIT_STATUS[from].label.toLowerCase()} and cannot become`);
      for (const next of UNIT_STATUS[from].next)
        expect(because).toContain(UNIT_STATUS[next].label.toLowerCase());
    }
  },
);

// The table itself, held against what the field says and not against itself.
test('a unit gets onto an incident only by being assigned', () => {
  const entries = pairs.filter(
    ([from, to]) =>
      mayFollow(from, to) && !UNIT_STATUS[from].onIncident && UNIT_STATUS[to].onIncident,
  );
  expect(entries).toEqual([['available', 'assigned']]);
});

test('from every status on an incident a crew can break off', () => {
  for (const status of UNIT_STATUSES.filter((each) => UNIT_STATUS[each].onIncident))
    expect(mayFollow(status, 'out-of-service'), status).toBe(true);
});

test('nobody is off duty while on an incident, except from clearing', () => {
  const ways = UNIT_STATUSES.filter(
    (from) => UNIT_STATUS[from].onIncident && mayFollow(from, 'off-duty'),
  );
  expect(ways).toEqual(['clearing']);
});

test('every status can be reached from off duty, and every one leads back', () => {
  const reach = (start: UnitStatus) => {
    const seen = new Set([start]);
    for (const each of seen) for (const next of UNIT_STATUS[each].next) seen.add(next);
    return seen;
  };
  expect(reach('off-duty').size).toBe(UNIT_STATUSES.length);
  for (const status of UNIT_STATUSES) expect(reach(status)).toContain('off-duty');
});

test.each(['label', 'word', 'key'] as const)('no two statuses share a %s', (member) => {
  expect(new Set(UNIT_STATUSES.map((status) => UNIT_STATUS[status][member])).size).toBe(
    UNIT_STATUSES.length,
  );
});

test('the words of the command line find their status, and `clr` means free again', () => {
  for (const status of UNIT_STATUSES) expect(statusOfWord(UNIT_STATUS[status].word)).toBe(status);
  expect(statusOfWord('clr')).toBe('available');
  expect(statusOfWord('toString')).toBeNull();
});

test('a unit starts off duty, and its crew can change without its status', () => {
  const { unitId, teamType, zone, crew, capabilities } = unit();
  const added = evolveUnit(
    null,
    { type: 'unit.added', unitId, teamType, zone, crew, capabilities },
    START,
  );
  expect(added).toMatchObject({ status: 'off-duty', incidentId: null, since: START });
  const changed = evolveUnit(added, { type: 'unit.crew-changed', unitId, crew: [] }, 'later');
  expect(changed).toMatchObject({ crew: [], since: START });
  expect(evolveUnit(null, { type: 'unit.crew-changed', unitId, crew: [] }, START)).toBeNull();
});
