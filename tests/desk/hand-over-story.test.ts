import { beforeEach, expect, test } from 'vitest';
import { recordedCaution } from '../support/caution-examples.ts';
import { promisedContact } from '../support/contact-examples.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  CHEAP_PASSPHRASES,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { offeredShift, seenOf, sheetFor } from '../support/hand-over-examples.ts';
import { forATeam, talking } from '../support/topic-examples.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { HandOverId, IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import { contactsOwnedBy } from '#db/board/contacts-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { openDesk } from '#main/desk/open-desk.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = forATeam(atWork);
});

const board = (name = 'Dana') => atWork.do(atWork.as(name), 'board.snapshot', {});
const ownerOf = (id: IncidentId) => findIncident(atWork.desk.db, id)?.owner;
const written = (type: string) =>
  [...atWork.desk.journal.entriesAfter(0)].filter(({ event }) => event.type === type);

function watchAfter(minutes: number): void {
  atWork.pass(minutes);
  atWork.desk.watch();
}

function accept(handOverId: HandOverId, by = 'Theo', seen = sheetFor(atWork, by, handOverId)) {
  const input = { handOverId, seen: seenOf(seen), passphrase: null };
  return atWork.desk.answer('hand-over.accept', input, atWork.as(by));
}

test('the sheet holds what the next person has to know, made at that moment', () => {
  recordedCaution(atWork);
  const hold = { incidentId, minutes: 10, reason: 'M2 comes free.' };
  const elsewhere = openedIncident(atWork, atWork.as('Theo'), { address: '1 W Lawrence, Uptown' });
  promisedContact(atWork, { incidentId });
  promisedContact(atWork, { incidentId: elsewhere }, 'Theo');
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', {
    incidentId: elsewhere,
    unitId: 'P11' as UnitId,
    reason: 'Nobody nearer.',
  });
  atWork.do(atWork.as('Dana'), 'incident.hold', hold);
  atWork.do(atWork.as('Sam'), 'unit.set-duty', {
    unitId: 'M2' as UnitId,
    name: 'M2 clinician',
    role: 'clinician',
    onDuty: false,
    reason: null,
  });
  atWork.do(atWork.as('Pat'), 'unit.ask-back-up', { unitId: 'P11' as UnitId });
  const call = { ani: null, address: '', words: 'Please come.', callType: null };
  atWork.do(atWork.as('Pat'), 'call.receive', call);
  watchAfter(21);

  const sheet = sheetFor(atWork, 'Dana');
  expect(sheet.of).toMatchObject({ name: 'Dana', role: 'dispatcher' });
  expect(sheet.madeAt).toBe(atWork.now().toISOString());
  expect(sheet.incidents).toMatchObject([
    {
      incidentId,
      ownerName: 'Dana',
      hold: { reason: 'M2 comes free.', expired: true },
      cautions: ['Animal: Large dog behind the door.'],
    },
  ]);
  expect(sheet.contacts).toMatchObject([{ line: { state: 'due', number: '312-555-0100' } }]);
  expect(sheet.others).toMatchObject([{ ownerName: 'Theo', units: ['P11 assigned'] }]);
  expect(sheet.dueElsewhere).toMatchObject([{ ownerName: 'Theo' }]);
  expect(sheet.short).toMatchObject([{ unitId: 'M2', gap: expect.stringMatching(/clinician/i) }]);
  expect(sheet.out.map(({ unitId }) => unitId)).toEqual(['P11']);
  expect(sheet.alarms).toMatchObject([{ unitId: 'P11', state: 'back-up' }]);
  expect(sheet.waiting).toMatchObject({ calls: 1, clinician: 0, transfers: 0 });
  expect(sheet.policy.version).toBe(atWork.desk.policy()!.policy.version);
});

test('the oncoming person reads and accepts; everything moves at once and stays moved', () => {
  const second = openedIncident(atWork, atWork.as('Dana'));
  const contactId = promisedContact(atWork, { incidentId });
  const handOverId = offeredShift(atWork);
  expect(board('Theo').shifts.handOvers).toMatchObject([
    { fromName: 'Dana', toName: 'Theo', cameBack: null },
  ]);
  expect([ownerOf(incidentId), ownerOf(second)]).toEqual([
    atWork.idOf('Dana'),
    atWork.idOf('Dana'),
  ]);
  const head = atWork.desk.journal.head();
  expect(accept(handOverId)).toMatchObject({ ok: true });

  const theo = atWork.idOf('Theo');
  expect([ownerOf(incidentId), ownerOf(second)]).toEqual([theo, theo]);
  expect(contactsOwnedBy(atWork.desk.db, theo).map((each) => each.contactId)).toEqual([contactId]);
  const entries = [...atWork.desk.journal.entriesAfter(head)];
  expect(new Set(entries.map(({ at, by }) => `${at} ${by}`)).size).toBe(1);
  expect(entries.map(({ by }) => by)[0]).toBe(theo);
  const { accepted } = entries.at(-1)!.event as { accepted: object };
  expect(accepted).toMatchObject({
    incidents: expect.arrayContaining([incidentId, second]),
    contacts: [contactId],
    policyVersion: atWork.desk.policy()!.policy.version,
  });
  expect(JSON.stringify(accepted)).not.toMatch(/Broadway|312|Tell her/);
  atWork = atWork.reopen();
  expect([ownerOf(incidentId), board('Theo').shifts]).toEqual([theo, { handOvers: [], left: [] }]);
  // Now there is nothing to hold her.
  expect(atWork.desk.answer('operator.sign-off', {}, atWork.as('Dana'))).toMatchObject({
    ok: true,
  });
  expect(written('operator.left-holding')).toEqual([]);
});

test('at the same console the oncoming person proves who they are', () => {
  const atDesk = openDesk({
    folder: atWork.folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: atWork.now,
  });
  const handOverId = offeredShift(atWork);
  const dana = atWork.as('Dana');
  const seen = seenOf(sheetFor(atWork, 'Dana'));
  const give = (passphrase: string | null) =>
    atDesk.answer('hand-over.accept', { handOverId, seen, passphrase }, dana);
  for (const wrong of [null, '', 'guess'])
    expect(give(wrong)).toMatchObject({ refused: 'wrong-passphrase' });
  expect(ownerOf(incidentId)).toBe(dana.operator?.operatorId);
  expect(give(PASSPHRASE)).toMatchObject({ ok: true });
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Theo'));
  atDesk.close();
});

test('what changed after it was read is said, and has to be read', () => {
  const handOverId = offeredShift(atWork);
  const read = sheetFor(atWork, 'Theo', handOverId);
  // What happens to others’ incidents, or only ages, is not signed for.
  openedIncident(atWork, atWork.as('Sam'));
  atWork.pass(3);
  const another = openedIncident(atWork, atWork.as('Dana'));
  const hold = { incidentId, minutes: 10, reason: 'M2 comes free.' };
  atWork.do(atWork.as('Dana'), 'incident.hold', hold);
  const refused = accept(handOverId, 'Theo', read);
  expect(refused).toMatchObject({ refused: 'changed-since-read' });
  const because = refused.ok ? '' : refused.because;
  expect(because).toMatch(/held until .*\(was: incident/);
  expect(because).toContain(`new: incident ${findIncident(atWork.desk.db, another)?.number}`);
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Dana'));
  expect(accept(handOverId)).toMatchObject({ ok: true });
  expect(ownerOf(another)).toBe(atWork.idOf('Theo'));
});

test('nobody else reads, accepts, declines or takes back', () => {
  const handOverId = offeredShift(atWork);
  const seen = seenOf(sheetFor(atWork, 'Theo', handOverId));
  const sam = atWork.as('Sam');
  for (const reply of [
    atWork.desk.answer('hand-over.sheet', { handOverId }, sam),
    atWork.desk.answer('hand-over.accept', { handOverId, seen, passphrase: '' }, sam),
    atWork.desk.answer('hand-over.decline', { handOverId, reason: 'No.' }, atWork.as('Dana')),
    atWork.desk.answer('hand-over.withdraw', { handOverId }, atWork.as('Theo')),
  ])
    expect(reply).toMatchObject({ refused: 'not-yours' });
});

test('declined, it is back with an alert, and shown until the next offer', () => {
  const said: Announcement[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements));
  const handOverId = offeredShift(atWork);
  const reason = 'I am on the radio.';
  atWork.do(atWork.as('Theo'), 'hand-over.decline', { handOverId, reason });
  expect(said.at(-1)).toEqual({
    text: 'Theo does not take over from Dana, who still owns the work.',
    sound: 'alert',
  });
  expect(board().shifts.handOvers).toMatchObject([{ cameBack: reason }]);
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Dana'));
  offeredShift(atWork, 'Dana', 'Sam');
  expect(board().shifts.handOvers).toMatchObject([{ toName: 'Sam', cameBack: null }]);
});

test('unanswered for its time it comes back once, over a restart and a clock that jumps', () => {
  offeredShift(atWork);
  watchAfter(14);
  expect(written('hand-over.returned')).toEqual([]);
  atWork = atWork.reopen();
  watchAfter(1);
  watchAfter(180);
  atWork = atWork.reopen();
  watchAfter(-180);
  watchAfter(180);
  expect(written('hand-over.returned')).toHaveLength(1);
  expect(board().shifts.handOvers).toMatchObject([
    { cameBack: 'nobody answered within 15 minutes' },
  ]);
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Dana'));

  offeredShift(atWork);
  watchAfter(-60);
  watchAfter(0);
  expect(written('hand-over.returned').map(({ event }) => (event as { why: string }).why)).toEqual([
    'not-answered',
    'clock-set-back',
  ]);
});

test('signing off with open work says so, and leaving anyway is recorded and shown', () => {
  const said: Announcement[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements));
  promisedContact(atWork, { incidentId });
  const dana = atWork.as('Dana');
  const refused = atWork.desk.answer('operator.sign-off', {}, dana);
  expect(refused).toMatchObject({ refused: 'still-owns' });
  expect(refused.ok ? '' : refused.because).toContain('incident 1 and 1 promised call');
  expect(dana.operator).not.toBeNull();
  expect(written('operator.signed-off')).toEqual([]);

  const sessionOfDana = dana.operator?.operatorId as OperatorId;
  expect(atWork.desk.answer('operator.sign-off', { anyway: true }, dana)).toMatchObject({
    ok: true,
  });
  expect(dana.operator).toBeNull();
  expect(said.at(-1)).toEqual({
    text: 'Dana signed off and still owns incident 1 and 1 promised call.',
    sound: 'alert',
  });
  expect(board('Sam').shifts.left).toMatchObject([
    { operatorId: sessionOfDana, name: 'Dana', incidents: [{ number: 1 }], contacts: 1 },
  ]);
  // Police and EMS never wait for an owner.
  const upgraded = { incidentId, services: ['police', 'ems'] } as const;
  atWork.do(atWork.as('Theo'), 'incident.upgrade', { ...upgraded, services: ['police', 'ems'] });
  atWork.do(atWork.as('Theo'), 'incident.take', { incidentId });
  expect(board('Sam').shifts.left).toMatchObject([{ incidents: [], contacts: 1 }]);
  const operatorId = atWork.idOf('Dana');
  atWork.do({ operator: null, focus: null }, 'operator.sign-on', { operatorId, passphrase: '' });
  expect(board('Sam').shifts.left).toEqual([]);
});

test('a follow-up that is due another day holds nobody', () => {
  atWork.do(atWork.as('Theo'), 'incident.take', { incidentId });
  promisedContact(atWork, { incidentId, promised: { kind: 'follow-up', after: 'day-7' } });
  expect(atWork.desk.answer('operator.sign-off', {}, atWork.as('Dana'))).toMatchObject({
    ok: true,
  });
});

test('somebody who sits down over another leaves the same record', () => {
  const session = atWork.as('Dana');
  const operatorId = atWork.idOf('Theo');
  atWork.do(session, 'operator.sign-on', { operatorId, passphrase: '' });
  expect(written('operator.left-holding')).toHaveLength(1);
});

test('a clinician on the line transfers the call before the shift', () => {
  talking(atWork);
  const to = atWork.idOf('Imani');
  const refused = atWork.desk.answer('hand-over.offer', { to, remark: '' }, atWork.as('Cleo'));
  expect(refused).toMatchObject({ refused: 'on-the-line' });
});

test('what may not be read by one of the two is not on their sheet', () => {
  const text = 'unique officer-safety words';
  recordedCaution(atWork, { kind: 'officer-safety', text });
  expect(JSON.stringify(sheetFor(atWork, 'Dana'))).toContain(text);
  const handOverId = offeredShift(atWork, 'Dana', 'Cleo');
  // Cleo reads it at Dana's console too.
  expect(JSON.stringify(sheetFor(atWork, 'Dana'))).not.toContain(text);
  expect(JSON.stringify(sheetFor(atWork, 'Cleo', handOverId))).not.toContain(text);

  const clinical = 'unique clinical remark';
  const fromCleo = offeredShift(atWork, 'Cleo', 'Theo', clinical);
  expect(sheetFor(atWork, 'Theo', fromCleo).offer).toMatchObject({ remark: null });
  expect(JSON.stringify(atWork.do(atWork.as('Sam'), 'hand-over.past', { lines: 9 }))).not.toContain(
    clinical,
  );
  const toImani = offeredShift(atWork, 'Cleo', 'Imani', clinical);
  expect(sheetFor(atWork, 'Imani', toImani).offer).toMatchObject({ remark: clinical });
});

test('the supervisor sees past hand-overs, the newest first', () => {
  accept(offeredShift(atWork));
  const handOverId = offeredShift(atWork, 'Theo', 'Dana', '');
  atWork.do(atWork.as('Theo'), 'hand-over.withdraw', { handOverId });
  atWork.do(atWork.as('Theo'), 'operator.sign-off', { anyway: true });
  expect(atWork.do(atWork.as('Sam'), 'hand-over.past', { lines: 20 })).toMatchObject([
    { fromName: 'Theo', toName: null, state: 'left', incidents: 1 },
    { fromName: 'Theo', toName: 'Dana', state: 'returned', why: 'taken back' },
    {
      fromName: 'Dana',
      toName: 'Theo',
      state: 'accepted',
      incidents: 1,
      remark: 'The caller of 1 rings often; be patient.',
    },
  ]);
});

test('a desk of an older file is rebuilt with its hand-overs', () => {
  accept(offeredShift(atWork));
  atWork.desk.db.exec("UPDATE board_meta SET fingerprint = 'older'");
  const folder = atWork.folder;
  atWork.desk.close();
  atWork = openAtWork(folder);
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Theo'));
  expect(atWork.do(atWork.as('Sam'), 'hand-over.past', { lines: 20 })).toHaveLength(1);
});

test('an accepted shift is not taken back one incident at a time', () => {
  accept(offeredShift(atWork));
  const undo = atWork.do(atWork.as('Theo'), 'act.last', {});
  expect(undo).toMatchObject({ seq: null, says: expect.stringContaining('read and accepted') });
  expect(ownerOf(incidentId)).toBe(atWork.idOf('Theo'));
});

test('a call that a clinician sends back comes to who took the shift over', () => {
  const onPhone = talking(atWork);
  accept(offeredShift(atWork));
  expect(ownerOf(onPhone)).toBe(atWork.idOf('Cleo'));
  const reason = 'He needs somebody with him.';
  atWork.do(atWork.as('Cleo'), 'phone.escalate', {
    incidentId: onPhone,
    know: reason,
    stays: false,
  });
  expect(ownerOf(onPhone)).toBe(atWork.idOf('Theo'));
});
