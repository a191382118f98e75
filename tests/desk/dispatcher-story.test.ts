import { expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openedIncident,
  report,
} from '../support/desk-at-work.ts';

test('a call becomes an incident, a team, a disposition and a timeline', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const first = atWork.do(dana, 'incident.focus', { incidentId });
  expect(first?.recommendation).toMatchObject({ level: 'L3', provisional: true });
  expect(first?.area).toBe('Uptown');

  clearOfDanger(atWork, dana, incidentId);
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  accept(atWork, dana, incidentId);
  const decided = atWork.do(dana, 'incident.focus', { incidentId });
  expect(decided?.decision).toMatchObject({ level: 'L2', response: 'behavioral-health' });
  expect(decided?.candidates[0]).toMatchObject({ unitId: 'M1', recommended: true });

  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: 'M1', reason: null });
  for (const status of ['en-route', 'on-scene', 'with-patient', 'clearing', 'available'] as const)
    report(atWork, 'M1', status);
  atWork.do(dana, 'incident.close', { incidentId, disposition: 'services', note: '' });

  const closed = atWork.do(dana, 'incident.focus', { incidentId });
  expect(closed?.closed?.disposition).toBe('Services in the community');
  expect(closed?.timeline.map((line) => line.text)).toContain('M1 on scene');
  expect(atWork.do(dana, 'board.snapshot', {}).incidents).toHaveLength(0);
});
