import { expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { referred, resolving } from '../support/phone-endings.ts';
import { offered, talking } from '../support/topic-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const listOf = (atWork: DeskAtWork, name: string) =>
  atWork.do(atWork.as(name), 'echo.list', { lines: 50 });
const unreadOf = (atWork: DeskAtWork, name: string) =>
  atWork.do(atWork.as(name), 'echo.unread', {}).unread;

function endedByPhone(atWork: DeskAtWork, ending: typeof referred | undefined = undefined) {
  const incidentId = talking(atWork);
  atWork.do(atWork.as('Cleo'), 'phone.resolve', resolving(incidentId, ending));
  return incidentId;
}

test('who sent a call to the phone reads how it ended', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  atWork.pass(14);
  atWork.do(atWork.as('Cleo'), 'phone.resolve', resolving(incidentId));
  expect(listOf(atWork, 'Dana')).toEqual({
    unread: 1,
    lines: [
      {
        seq: expect.any(Number),
        number: 1,
        hour: '2026-03-03T18:00:00.000Z',
        callType: 'Type not set',
        opened: true,
        decided: { level: 'L1', response: 'Clinician by phone' },
        ended: 'Resolved by phone',
        linkageOpen: false,
        arrived: false,
        teams: ['Clinician by phone'],
        minutes: 14,
        read: false,
      },
    ],
    ways: [{ label: 'Resolved by phone', incidents: 1 }],
  });
});

test('a referral is no connection: whether they got there is open', () => {
  const atWork = centerAtWork();
  endedByPhone(atWork, referred);
  expect(listOf(atWork, 'Dana').lines).toMatchObject([{ ended: 'Referred', linkageOpen: true }]);
  const cleo = atWork.as('Cleo');
  const incidentId = findIncidentByNumber(
    atWork.desk.db,
    listOf(atWork, 'Dana').lines[0]!.number,
  )!.incidentId;
  const [line] = atWork.do(cleo, 'referral.open', { incidentId, lines: 1 }).lines;
  const came = { code: line!.to!.code!, arrivedOn: '2026-03-03', servedOn: null };
  atWork.do(cleo, 'referral.confirm-code', came);
  expect(listOf(atWork, 'Dana').lines).toMatchObject([{ linkageOpen: false, arrived: true }]);
});

test('each reads their own and nobody else’s, also a supervisor', () => {
  const atWork = centerAtWork();
  endedByPhone(atWork);
  for (const name of ['Theo', 'Cleo', 'Sam', 'Pat']) {
    expect(listOf(atWork, name)).toEqual({ lines: [], unread: 0, ways: [] });
    expect(unreadOf(atWork, name)).toBe(0);
  }
  const asAnother = { lines: 20, operatorId: atWork.idOf('Dana') };
  expect(atWork.desk.answer('echo.list', asAnother, atWork.as('Sam'))).toMatchObject({
    refused: 'malformed',
  });
  expect(atWork.desk.answer('echo.list', { lines: 20 }, atWork.as('Ada'))).toMatchObject({
    refused: 'not-allowed',
  });
});

test('who saw it through hears nothing of it; who opened it and who decided each hear', () => {
  const atWork = centerAtWork();
  const pat = atWork.as('Pat');
  const incidentId = openedIncident(atWork, pat);
  const [dana, theo] = [atWork.as('Dana'), atWork.as('Theo')];
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    atWork.do(pat, 'incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
  atWork.do(pat, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  accept(atWork, dana, incidentId);
  atWork.do(theo, 'incident.take', { incidentId });
  atWork.do(theo, 'incident.assign-unit', { incidentId, unitId: 'M1', reason: null });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, 'M1', status);
  atWork.do(theo, 'incident.close', {
    incidentId,
    disposition: 'services',
    note: '',
    unserved: null,
  });
  expect(listOf(atWork, 'Pat').lines).toMatchObject([
    { opened: true, decided: null, ended: 'Services in the community' },
  ]);
  expect(listOf(atWork, 'Dana').lines).toMatchObject([
    {
      opened: false,
      decided: { level: 'L2', response: 'Behavioral-health team' },
      teams: ['Behavioral-health team'],
    },
  ]);
  expect(listOf(atWork, 'Theo').lines).toEqual([]);
});

test('what is read stays read, through a restart; what ends later is new', () => {
  const atWork = centerAtWork();
  endedByPhone(atWork);
  endedByPhone(atWork);
  const dana = atWork.as('Dana');
  const [newest, older] = listOf(atWork, 'Dana').lines;
  atWork.do(dana, 'echo.read', { upTo: older!.seq });
  expect(unreadOf(atWork, 'Dana')).toBe(1);
  atWork.do(dana, 'echo.read', { upTo: newest!.seq });
  const head = atWork.desk.journal.head();
  atWork.do(dana, 'echo.read', { upTo: newest!.seq });
  expect(atWork.desk.journal.head(), 'nothing is left to read').toBe(head);
  const again = atWork.reopen();
  expect(unreadOf(again, 'Dana')).toBe(0);
  endedByPhone(again);
  expect(listOf(again, 'Dana').lines.map(({ read }) => read)).toEqual([false, true, true]);
  expect(auditBoard(again.desk.db).equal).toBe(true);
});

test('opened again by police now and closed again, it is told again', () => {
  const atWork = centerAtWork();
  const incidentId = endedByPhone(atWork);
  const theo = atWork.as('Theo');
  atWork.do(theo, 'incident.upgrade', { incidentId, services: ['ems'] });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, 'E31', status);
  atWork.do(theo, 'incident.close', {
    incidentId,
    disposition: 'services-transfer',
    note: '',
    unserved: null,
  });
  expect(listOf(atWork, 'Dana').lines.map(({ ended }) => ended)).toEqual([
    'Services and transfer to hospital',
    'Resolved by phone',
  ]);
});

test('no name, place, number to call or word anybody said is in it', () => {
  const atWork = centerAtWork();
  const marker = 'Marker';
  const dana = atWork.as('Dana');
  const called = atWork.do(dana, 'call.receive', {
    ani: '312-555-0188',
    address: `${marker} Street 1`,
    words: `${marker} said this`,
    callType: 'SUITHR',
  });
  const answered = atWork.do(dana, 'call.answer', { callId: called.made as never });
  const incidentId = answered.made as IncidentId;
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    atWork.do(dana, 'incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
  const able = ['behavioral', 'can-talk', 'willing', 'safe-place'];
  for (const fact of [...able, 'in-person-need', 'information-only'])
    atWork.do(dana, 'incident.answer-fact', {
      incidentId,
      fact,
      answer: able.includes(fact) ? 'yes' : 'no',
      informant: 'caller-saw',
    });
  accept(atWork, dana, incidentId);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: `${marker} note` });
  const said = { ...referred.referral, to: `${marker} clinic`, how: marker, when: marker };
  const ending = { ...referred, notAsked: marker, agreed: marker, referral: said };
  atWork.do(cleo, 'phone.resolve', resolving(incidentId, ending));
  const { lines } = listOf(atWork, 'Dana');
  expect(lines).toMatchObject([{ callType: 'Suicide threat', ended: 'Referred' }]);
  expect(JSON.stringify(lines)).not.toMatch(/Marker|312|0188|Cleo|Dana|incidentId/);
  const rows = atWork.desk.db.prepare('SELECT * FROM board_echoes').all();
  expect(JSON.stringify(rows)).not.toMatch(/Marker|0188/);
});

test('a call that nobody else saw through, or that was worked on paper, is told to nobody', () => {
  const atWork = centerAtWork();
  const incidentId = offered(atWork);
  expect(listOf(atWork, 'Dana').lines).toEqual([]);
  atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, 'P11', status);
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'other', note: 'Police were nearer.' },
  });
  expect(listOf(atWork, 'Dana').lines).toEqual([]);
});
