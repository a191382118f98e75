import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START, policy, unit } from '../support/given.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { ShiftId, UnitId } from '#shared/lib/brand.ts';
import { gapsOf } from '#shared/roster/coverage.ts';
import { callOff, changeShift, planShift, removeShift } from '#shared/roster/decide-shift.ts';
import type { ShiftContext } from '#shared/roster/decide-shift.ts';
import { dutyPassed, gapAhead } from '#shared/roster/duty.ts';
import { wallInZone } from '#shared/roster/zone-moment.ts';
import { evolveShift, reachedBy, type ShiftEvent } from '#shared/roster/shift-events.ts';
import { isPlannedAt, workedSpans, type PlannedShift, type Shift } from '#shared/roster/shift.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Unit } from '#shared/unit/unit.ts';

const HOUR = 3_600_000;
/** An instant so many hours after the tests begin. */
const at = (hours: number) => new Date(Date.parse(START) + hours * HOUR).toISOString();
const shiftId = 's1' as ShiftId;
const required = () => ['paramedic', 'clinician'];

function plan(from: number, to: number, more: Partial<PlannedShift> = {}): PlannedShift {
  return {
    unitId: 'M1' as UnitId,
    role: 'clinician',
    name: 'Ana Ruiz',
    from: at(from),
    to: at(to),
    breaks: [],
    ...more,
  };
}

function shift(from: number, to: number, more: Partial<Shift> = {}): Shift {
  return { ...plan(from, to), shiftId, calledOff: null, reached: null, ...more };
}

function context(others: readonly Shift[] = [], now = START): ShiftContext {
  return { now, policy, required, othersOf: () => others, say: (instant) => instant.slice(11, 16) };
}

const alone: Unit = unit({
  crew: [{ name: 'Colleen Fahey', role: 'paramedic', onDuty: true, languages: [] }],
});

function refused(outcome: unknown, code: string, sentence: RegExp): void {
  expect(outcome).toMatchObject({ refused: code });
  expect((outcome as Refusal).because).toMatch(sentence);
}

describe('a plan', () => {
  test('of later writes only that it stands', () => {
    expect(planShift(shiftId, plan(2, 8), alone, context())).toEqual([
      { type: 'shift.planned', shiftId, ...plan(2, 8) },
    ]);
  });

  test('that covers this moment puts the person on duty with it', () => {
    const outcome = planShift(shiftId, plan(-1, 8), alone, context());
    expect(outcome).toMatchObject([
      { type: 'shift.planned' },
      { type: 'unit.duty-changed', name: 'Ana Ruiz', onDuty: true, due: START, missing: [] },
    ]);
  });

  test.each<[string, PlannedShift, RegExp]>([
    ['no-name', plan(1, 2, { name: '  ' }), /who works/],
    ['unknown-role', plan(1, 2, { role: 'pilot' }), /no role “pilot”/],
    ['ends-before-it-begins', plan(3, 2), /before it begins/],
    ['ends-before-it-begins', plan(3, 3), /next day/],
    ['too-long', plan(1, 26), /24 hours/],
    ['already-over', plan(-3, -1), /still to come/],
    ['break-outside', plan(1, 5, { breaks: [{ from: at(4), to: at(6) }] }), /within the shift/],
    ['break-outside', plan(1, 5, { breaks: [{ from: at(3), to: at(2) }] }), /within the shift/],
    [
      'break-outside',
      plan(1, 9, {
        breaks: [
          { from: at(2), to: at(4) },
          { from: at(3), to: at(5) },
        ],
      }),
      /after any earlier break/,
    ],
  ])('is refused: %s', (code, wrong, sentence) => {
    refused(planShift(shiftId, wrong, alone, context()), code, sentence);
  });

  test('of a person who works elsewhere then is refused, whatever the spelling', () => {
    const elsewhere = shift(4, 9, { shiftId: 's2' as ShiftId, unitId: 'R1' as UnitId });
    const wanted = plan(1, 5, { name: 'ana  RUIZ' });
    refused(
      planShift(shiftId, wanted, alone, context([elsewhere])),
      'works-elsewhere',
      /ana {2}RUIZ already works on R1/,
    );
    const calledOff = { ...elsewhere, calledOff: 'Sick.' };
    expect(isRefusal(planShift(shiftId, wanted, alone, context([calledOff])))).toBe(false);
    expect(isRefusal(planShift(shiftId, plan(1, 4), alone, context([elsewhere])))).toBe(false);
  });

  test('takes long names, names from right to left and emoji as they are', () => {
    for (const name of ['W'.repeat(60), 'שירה בן־דוד', 'Zoë 🦊 Ng'])
      expect(planShift(shiftId, plan(1, 2, { name }), alone, context())).toMatchObject([{ name }]);
  });
});

describe('a change of plan', () => {
  const crew = [
    ...alone.crew,
    { name: 'Ana Ruiz', role: 'clinician', onDuty: true, languages: [] },
  ];
  const whole = unit({ crew });

  test('that ends a shift before now takes the person off, and one who is over is left alone', () => {
    const running = shift(-4, 4, { reached: at(-4) });
    expect(callOff(running, 'Sick.', whole, context())).toMatchObject([
      { type: 'shift.called-off', reason: 'Sick.' },
      { onDuty: false, why: 'plan-changed', missing: ['clinician'] },
    ]);
    expect(removeShift(running, whole, context())).toMatchObject([
      { type: 'shift.removed' },
      { onDuty: false, missing: ['clinician'] },
    ]);
    refused(removeShift(shift(-4, -1), whole, context()), 'already-over', /worked stays/);
  });

  test('to another person is a hand-over without a gap', () => {
    const running = shift(-4, 4, { reached: at(-4) });
    const outcome = changeShift(running, plan(-4, 4, { name: 'Bo Larsen' }), whole, context());
    expect(outcome).toMatchObject([
      { type: 'shift.changed', name: 'Bo Larsen' },
      { name: 'Bo Larsen', onDuty: true, missing: [] },
      { name: 'Ana Ruiz', onDuty: false, missing: [] },
    ]);
  });

  test('by hours alone leaves duty as it is', () => {
    expect(changeShift(shift(-4, 4), plan(-4, 5), whole, context())).toMatchObject([
      { type: 'shift.changed', to: at(5) },
    ]);
  });
});

describe('the clock', () => {
  const busy = { ...alone, incidentId: 'i1' as IncidentId, status: 'on-scene' as const };

  test('brings each planned change once, in order, whoever comes before whoever goes', () => {
    const late = shift(-6, 0, { name: 'Bo Larsen', shiftId: 's2' as ShiftId, reached: at(-6) });
    const crew = [
      ...alone.crew,
      { name: 'Bo Larsen', role: 'clinician', onDuty: true, languages: [] },
    ];
    const passed = dutyPassed([late, shift(0, 6)], [unit({ crew })], required, at(0));
    expect(passed.map(({ name, onDuty, missing }) => [name, onDuty, missing])).toEqual([
      ['Ana Ruiz', true, []],
      ['Bo Larsen', false, []],
    ]);
    const after = passed.reduce<Unit>(
      (now, event) => evolveUnit(now, event, START)!,
      unit({ crew }),
    );
    expect(after.crew.map(({ name }) => name)).toEqual(['Colleen Fahey', 'Ana Ruiz']);
  });

  test('that jumped over a whole shift says its beginning, break and end', () => {
    const breaks = [{ from: at(3), to: at(4) }];
    const passed = dutyPassed([shift(1, 6, { breaks })], [alone], required, at(30));
    expect(passed.map(({ why }) => why)).toEqual([
      'shift-began',
      'break-began',
      'break-ended',
      'shift-ended',
    ]);
  });

  test('puts a break off while the unit is on an incident, but ends a shift all the same', () => {
    const crew = [
      ...alone.crew,
      { name: 'Ana Ruiz', role: 'clinician', onDuty: true, languages: [] },
    ];
    const running = shift(-1, 4, { breaks: [{ from: at(1), to: at(2) }], reached: at(-1) });
    const passed = dutyPassed([running], [{ ...busy, crew }], required, at(5));
    expect(passed.map(({ why, onDuty, missing }) => [why, onDuty, missing])).toEqual([
      ['break-put-off', true, []],
      ['break-ended', true, []],
      ['shift-ended', false, ['clinician']],
    ]);
    const after = passed.reduce<Unit>((now, event) => evolveUnit(now, event, START)!, {
      ...busy,
      crew,
    });
    expect(after.fellShort).toEqual(['clinician']);
    const relieved = dutyPassed([shift(5, 9)], [after], required, at(5));
    expect(evolveUnit(after, relieved[0]!, START)?.fellShort).toEqual([]);
  });

  test('a set-back clock says nothing twice', () => {
    const reached = reachedBy(shift(1, 6), at(1));
    expect(dutyPassed([reached], [alone], required, at(1))).toEqual([]);
    expect(reachedBy(reached, at(0))).toBe(reached);
  });

  test('a person’s word holds until the next planned change', () => {
    const early: UnitEvent = {
      type: 'unit.duty-changed',
      unitId: alone.unitId,
      incidentId: null,
      name: 'Ana Ruiz',
      role: 'clinician',
      onDuty: true,
      why: 'by-word',
      reason: 'Came early.',
      shiftId: null,
      due: null,
      missing: [],
    };
    const came = evolveUnit(alone, early, START)!;
    const [began, ended] = dutyPassed([shift(1, 6)], [came], required, at(7));
    expect(began).toMatchObject({ onDuty: true });
    const left = evolveUnit(evolveUnit(came, began!, START), ended!, START);
    expect(left?.crew.find(({ name }) => name === 'Ana Ruiz')?.onDuty).toBe(false);
  });
});

test('the row is warned of the first gap that nobody closes', () => {
  const crew = [
    ...alone.crew,
    { name: 'Ana Ruiz', role: 'clinician', onDuty: true, languages: [] },
  ];
  const running = shift(-1, 4, { breaks: [{ from: at(1), to: at(2) }], reached: at(-1) });
  expect(gapAhead(unit({ crew }), [running], required())).toEqual({
    at: at(1),
    roles: ['clinician'],
    why: 'break-began',
  });
  const relief = shift(1, 9, { name: 'Bo Larsen', shiftId: 's2' as ShiftId });
  expect(gapAhead(unit({ crew }), [running, relief], required())).toMatchObject({ at: at(9) });
  expect(gapAhead(alone, [], required())).toBeNull();
});

test('a duty of another’s place is made by the next shift, not by a break', () => {
  const crew = [{ name: 'Rafael', role: 'clinician', onDuty: false, languages: [] }];
  const [began] = dutyPassed([shift(0, 4)], [unit({ crew })], required, START);
  expect(evolveUnit(unit({ crew }), began!, START)?.crew).toEqual([
    { name: 'Ana Ruiz', role: 'clinician', onDuty: true, languages: [] },
  ]);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, long]) => shift(from, from + long));

test('worked time and gaps share out the time somebody is planned: none is both, none is neither', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 6 }),
      fc.integer({ min: 0, max: 59 }),
      (shifts, hour) => {
        const hours = [{ from: at(0), to: at(60) }];
        const mate = shift(10, 30, { role: 'paramedic' });
        const gaps = gapsOf([...shifts, mate], ['clinician'], hours);
        const inside = at(hour + 0.5);
        const worked = shifts.some((each) =>
          workedSpans(each).some(({ from, to }) => from <= inside && inside < to),
        );
        const gap = gaps.some(({ from, to }) => from <= inside && inside < to);
        const crewed = [...shifts, mate].some(({ from, to }) => from <= inside && inside < to);
        expect(gap).toBe(crewed && !worked);
        expect(shifts.some((each) => isPlannedAt(each, inside))).toBe(worked);
      },
    ),
  );
});

test('however the watch is called, duty at the end is what the plan says, and each change is written once', () => {
  const whole = fc.record({
    from: fc.integer({ min: 1, max: 20 }),
    long: fc.integer({ min: 3, max: 12 }),
  });
  const looks = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(whole, looks, ({ from, long }, times) => {
      const breaks = [{ from: at(from + 1), to: at(from + 2) }];
      const planned: ShiftEvent = {
        type: 'shift.planned',
        shiftId,
        ...plan(from, from + long, { breaks }),
      };
      let now = evolveShift(null, planned, START)!;
      let crew: Unit = alone;
      const written: string[] = [];
      // The clock of a PC may be set back in between.
      for (const hours of times)
        for (const event of dutyPassed([now], [crew], required, at(hours))) {
          written.push(`${event.why} ${event.due}`);
          crew = evolveUnit(crew, event, at(hours))!;
          now = reachedBy(now, event.due!);
        }
      expect(new Set(written).size).toBe(written.length);
      const onDuty = crew.crew.some(({ name, onDuty }) => name === 'Ana Ruiz' && onDuty);
      expect(onDuty).toBe(isPlannedAt(now, at(Math.max(...times))));
    }),
  );
});

test('the center’s clock is read to the minute at any second of it', () => {
  for (const second of ['00', '29', '31', '59'])
    expect(wallInZone('America/Chicago', Date.parse(`2026-03-03T18:04:${second}.999Z`))).toBe(
      '2026-03-03T12:04',
    );
});
