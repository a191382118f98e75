import { expect, test } from 'vitest';
import stored from './units-of-0.1.json' with { type: 'json' };
import { upcast } from '#db/journal/upcasters.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** Units as version 0.1 wrote them: frozen in the file. */
const bodies = () => stored.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

test('a unit of before 0.2 speaks nothing besides English and has nothing special', () => {
  const unit = bodies().reduce<Unit | null>(
    (before, body) => evolveUnit(before, upcast(body) as UnitEvent, stored[0]!.at),
    null,
  );
  expect(unit).toMatchObject({
    unitId: 'M1',
    capabilities: [],
    timesOut: 0,
    crew: [
      { name: 'Jo', role: 'paramedic', onDuty: true, languages: [] },
      { name: 'Al', role: 'clinician', onDuty: false, languages: [] },
    ],
  });
});

test('what is written today is read as it was written', () => {
  const [added, changed] = bodies();
  const crew = [{ name: 'Jo', role: 'paramedic', onDuty: true, languages: ['pl'] }];
  const events = [
    { ...added, crew, capabilities: ['stretcher'] },
    { ...changed, crew },
  ] as unknown as NewEvent[];
  expect(events.map((event) => upcast({ ...event }))).toEqual(events);
});
