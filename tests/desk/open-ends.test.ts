import { expect, test } from 'vitest';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { forATeam, offered } from '../support/topic-examples.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import { areaNamedIn } from '#shared/place/named-area.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const rowOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find((row) => row.incidentId === incidentId)!;

const yes = (atWork: DeskAtWork, incidentId: IncidentId, fact: string) =>
  atWork.do(atWork.as('Dana'), 'incident.answer-fact', {
    incidentId,
    fact,
    answer: 'yes',
    informant: 'caller-saw',
  });

test('a hold does not hide that a raised incident has to be decided now', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const hold = { incidentId, minutes: 60, reason: 'Team is clearing.' };
  atWork.do(atWork.as('Dana'), 'incident.hold', hold);
  yes(atWork, incidentId, 'hostage');
  expect(rowOf(atWork, incidentId)).toMatchObject({
    level: 'L4',
    promise: { what: 'decide who goes' },
  });
});

test('police who leave an unarmed team alone with a weapon are missed by the board', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  yes(atWork, incidentId, 'weapon-in-hand');
  const seen = { level: 'L4', response: 'police-ems' } as const;
  const secondPerson = { operatorId: atWork.idOf('Theo'), passphrase: '' };
  const choice = { seen, response: 'police', reason: 'EMS is not needed.', secondPerson };
  atWork.do(dana, 'incident.decide', { incidentId, ...choice });
  for (const unitId of ['P11', 'M1'])
    if (!atWork.desk.answer('incident.assign-unit', { incidentId, unitId, reason: null }, dana).ok)
      return;
  report(atWork, 'P11', 'available');
  expect(rowOf(atWork, incidentId).attention).not.toBeNull();
});

test('a clinician who decided herself gives the incident back to whom she had it from', () => {
  const atWork = centerAtWork();
  const incidentId = offered(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.decide', {
    incidentId,
    seen: { level: 'L1', response: 'clinician-phone' },
    response: 'clinician-phone',
    reason: null,
    secondPerson: null,
  });
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.do(cleo, 'phone.escalate', { incidentId, know: 'Alone.', stays: false });
  expect(rowOf(atWork, incidentId).ownerName).toBe('Dana');
});

test('whoever signs on at a position that is taken signs the other one off', () => {
  const atWork = centerAtWork();
  const session = atWork.as('Dana');
  const head = atWork.desk.journal.head();
  atWork.do(session, 'operator.sign-on', { operatorId: atWork.idOf('Theo'), passphrase: '' });
  const said = [...atWork.desk.journal.entriesAfter(head)].map(({ event }) => event);
  expect(said).toEqual([
    { type: 'operator.signed-off', operatorId: atWork.idOf('Dana') },
    { type: 'operator.signed-on', operatorId: atWork.idOf('Theo') },
  ]);
});

test.each([
  ['4500 N Broadway, Uptown', 'uptown'],
  ['4500 N Broadway, west garfield park', 'west-garfield-park'],
  ['Uptown', 'uptown'],
  ['120 West Lawn Avenue, Elgin', null],
  ['Lakeviewing Terrace 4', null],
  ['', null],
])('“%s” names the area %s, and a street names none', (address, areaId) => {
  expect(areaNamedIn(address, shippedPolicy().policy.areas)?.id ?? null).toBe(areaId);
});

test('an account added at one position can sign on at another', () => {
  const north = centerAtWork();
  const south = openAtWork(north.folder);
  const nora = { name: 'Nora', role: 'dispatcher', passphrase: 'long enough' } as const;
  north.do(north.as('Ada'), 'operator.add', nora);
  south.desk.watch();
  expect(south.as('Nora').operator?.role).toBe('dispatcher');
});
