import { beforeAll, describe, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { forABehavioralTeam } from '../support/unit-examples.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import { UNIT_STATUS, UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';

const M1 = 'M1' as UnitId;
const pairs = UNIT_STATUSES.flatMap((from) => UNIT_STATUSES.map((to) => [from, to] as const));

describe('every status after every other, through the desk', () => {
  let atWork: DeskAtWork;
  let incidentId: IncidentId;
  beforeAll(() => {
    atWork = centerAtWork();
    incidentId = forABehavioralTeam(atWork);
  });
  const unit = () => findUnit(atWork.desk.db, 'M1')!;

  function put(status: UnitStatus): void {
    const dana = atWork.as('Dana');
    const correct = (to: UnitStatus) => {
      if (unit().status !== to)
        atWork.do(dana, 'unit.correct-status', { unitId: M1, status: to, reason: 'For the test.' });
    };
    correct('available');
    if (UNIT_STATUS[status].onIncident)
      atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
    correct(status);
  }

  test.each(pairs)('%s, then %s', (from, to) => {
    put(from);
    const before = unit();
    const head = atWork.desk.journal.head();
    const input = { unitId: M1, status: to };
    const reply = atWork.desk.answer('unit.set-status', input, atWork.as('Dana'));
    const may = to !== 'assigned' && UNIT_STATUS[from].next.includes(to);
    expect(reply.ok).toBe(may || from === to);
    expect(atWork.desk.journal.head() > head).toBe(may);
    const is = may ? to : from;
    expect(unit()).toMatchObject({
      status: is,
      incidentId: UNIT_STATUS[is].onIncident ? incidentId : null,
    });
    if (!may) expect(unit()).toEqual(before);
    const there = findIncident(atWork.desk.db, incidentId)!.units.filter(
      ({ releasedAt }) => releasedAt === null,
    );
    expect(there.map(({ status }) => status)).toEqual(UNIT_STATUS[is].onIncident ? [is] : []);
    if (reply.ok || to === 'assigned') return;
    for (const next of UNIT_STATUS[from].next)
      expect(reply.because).toContain(UNIT_STATUS[next].label.toLowerCase());
  });
});
