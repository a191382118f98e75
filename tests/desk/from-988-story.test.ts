import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { openedIncident } from '../support/desk-at-work.ts';
import { handedOver } from '../support/transfer-examples.ts';
import { findCall } from '#db/board/calls-projection.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const receive = (more: Partial<ReturnType<typeof handedOver>> = {}) =>
  atWork.do(atWork.as('Dana'), 'call.receive-from-988', { ...handedOver(), ...more })
    .made as IncidentId;
const viewOf = (incidentId: IncidentId) =>
  atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;

test('a counselor of 988 hands somebody over: an incident with an owner, and where each word is from', () => {
  const incidentId = receive();
  const view = viewOf(incidentId);
  expect(view).toMatchObject({
    ownerName: 'Dana',
    callback: '312-555-0177',
    place: { address: '4500 N Broadway, Uptown', areaId: 'uptown' },
    words: 'She texted that she cannot go on.',
    from988: { packet: handedOver().packet, told: [] },
  });
  expect(findCall(atWork.desk.db, view.callId)).toMatchObject({ source: '988', incidentId });
  const thoughts = view.facts.find(({ id }) => id === 'thoughts')!;
  expect(thoughts.record?.current).toMatchObject({
    answer: 'yes',
    informant: 'counselor-was-told',
  });
  const weapon = view.facts.find(({ id }) => id === 'weapon-in-hand')!;
  expect(weapon.reading, 'what was not said was not asked').toBe('not-asked');
  expect(view.timeline.map(({ text }) => text)).toContain(
    'Handed over by 988: Robin, 800-555-0188',
  );
});

test('nothing is required: a counselor who knows nothing is still heard', () => {
  const empty = Object.fromEntries(Object.keys(handedOver().packet).map((key) => [key, '']));
  const incidentId = receive({
    ani: null,
    address: '',
    words: '',
    packet: { ...(empty as ReturnType<typeof handedOver>['packet']), consent: 'given' },
    yes: [],
  });
  expect(viewOf(incidentId).phase).toBe('intake');
});

test('a danger the counselor names raises the level like any other answer', () => {
  const incidentId = receive({ yes: ['attempt-now'] });
  expect(viewOf(incidentId).recommendation).toMatchObject({ level: 'L4' });
});

test('what the policy does not know is refused, and nothing is half opened', () => {
  const head = atWork.desk.journal.head();
  const reply = atWork.desk.answer(
    'call.receive-from-988',
    { ...handedOver(), yes: ['thoughts', 'no-such-fact'] },
    atWork.as('Dana'),
  );
  expect(reply).toMatchObject({ ok: false, refused: 'unknown-fact' });
  expect(atWork.desk.journal.head()).toBe(head);
});

test('the loop is closed: 988 hears how it ended, also after the incident is closed and after a restart', () => {
  const incidentId = receive();
  atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
  const told = { incidentId, whom: 'Robin', said: 'Somebody is with her.' };
  atWork.do(atWork.as('Pat'), 'incident.tell-988', told);
  atWork = atWork.reopen();
  expect(viewOf(incidentId).from988?.told).toMatchObject([
    { whom: 'Robin', said: 'Somebody is with her.', by: 'Pat' },
  ]);
  expect(viewOf(incidentId).timeline.map(({ text }) => text)).toContain(
    'Told 988 (Robin): Somebody is with her.',
  );
});

test('nobody waits at 988 for what did not come from there, and a silent word is none', () => {
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const tell = (on: IncidentId, said: string) =>
    atWork.desk.answer(
      'incident.tell-988',
      { incidentId: on, whom: 'Robin', said },
      atWork.as('Dana'),
    );
  expect(tell(incidentId, 'Fine.')).toMatchObject({ ok: false, refused: 'not-from-988' });
  expect(tell(receive(), ' ')).toMatchObject({ ok: false, refused: 'words-needed' });
});
