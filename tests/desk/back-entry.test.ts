import { afterEach, beforeEach, expect, test } from 'vitest';
import { ago, paperCard } from '../support/outage-examples.ts';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { countedRows } from '../support/counted-shift.ts';
import { answeredSince } from '#db/board/answering-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { wallSecondInZone } from '#shared/roster/zone-moment.ts';
import { findUnit } from '#db/board/units-projection.ts';
import { replayDecisions } from '#main/desk/policy/replay.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
  atWork.pass(180);
});
afterEach(() => atWork.desk.close());

const enter = (more: Partial<Input<'outage.enter-card'>> = {}, by = 'Dana') =>
  atWork.do(atWork.as(by), 'outage.enter-card', paperCard(atWork, more)).made as IncidentId;

const refused = (more: Partial<Input<'outage.enter-card'>>) => {
  const head = atWork.desk.journal.head();
  const reply = atWork.desk.answer('outage.enter-card', paperCard(atWork, more), atWork.as('Dana'));
  expect(atWork.desk.journal.head()).toBe(head);
  if (reply.ok) throw new Error('The card was entered.');
  return reply;
};

const view = (incidentId: IncidentId) => {
  const found = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId });
  if (found === null) throw new Error('No such incident.');
  return found;
};

test('a card becomes a closed incident whose steps have their real times and the time they were entered', () => {
  const incidentId = enter();
  const { timeline, closed, openedAt, receivedAt } = view(incidentId);
  expect(closed).toMatchObject({ disposition: 'Services in the community' });
  expect({ openedAt, receivedAt }).toEqual({
    openedAt: ago(atWork, 60).at,
    receivedAt: ago(atWork, 60).at,
  });
  const now = atWork.now().toISOString();
  const onScene = timeline.find(({ text }) => text === 'M1 on scene');
  expect(onScene).toMatchObject({ at: ago(atWork, 40).at, entered: { at: now, about: true } });
  const times = timeline.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  expect(timeline.at(-1)).toMatchObject({
    at: now,
    text: 'Entered from paper card C-12, kept by Pat',
  });
});

test('the rows of the journal keep the time they were entered; the real time lies in the event', () => {
  const head = atWork.desk.journal.head();
  enter();
  const written = [...atWork.desk.journal.entriesAfter(head)];
  expect(new Set(written.map(({ at }) => at))).toEqual(new Set([atWork.now().toISOString()]));
  const dated = written.filter(({ event }) => event.backEntry !== undefined);
  expect(dated).toHaveLength(written.length - 1);
  for (const { event } of dated) expect(event.backEntry?.card).toBe('C-12');
});

test('no unit moves now, and no clock starts: the board stays as it was', () => {
  const dana = atWork.as('Dana');
  const other = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, other);
  const informant = 'caller-saw';
  const fact = 'in-person-need';
  atWork.do(dana, 'incident.answer-fact', { incidentId: other, fact, answer: 'yes', informant });
  accept(atWork, dana, other);
  atWork.do(dana, 'incident.assign-unit', { incidentId: other, unitId: M1, reason: null });
  report(atWork, 'M1', 'en-route');
  const before = findUnit(atWork.desk.db, M1);
  const said: string[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements.map(({ text }) => text)));
  enter();
  expect(findUnit(atWork.desk.db, M1)).toEqual(before);
  expect(said).toEqual([]);
  expect(atWork.do(dana, 'act.last', {}).says).toMatch(/^A card that is in the record stays/);
});

test('of a card that goes on, the desk owes nothing from before it was entered', () => {
  const incidentId = enter({ units: [], closed: null });
  const said: string[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements.map(({ text }) => text)));
  const head = atWork.desk.journal.head();
  atWork.desk.watch();
  const types = [...atWork.desk.journal.entriesAfter(head)].map(({ event }) => event.type);
  expect(types).not.toContain('incident.promise-missed');
  expect(said.filter((text) => text.includes('late'))).toEqual([]);
  expect(view(incidentId)).toMatchObject({ phase: 'decided', owner: atWork.idOf('Dana') });
  // From here on it is worked on like any other.
  atWork.do(atWork.as('Dana'), 'unit.set-status', { unitId: 'M2' as UnitId, status: 'off-duty' });
});

test('what is counted, is counted at its real time', () => {
  const hour = ago(atWork, 60).at;
  const now = atWork.now().toISOString();
  const before = answeredSince(atWork.desk.db, hour).answered;
  enter({ answered: { at: new Date(Date.parse(hour) + 40_000).toISOString(), about: false } });
  expect(answeredSince(atWork.desk.db, hour)).toEqual({ answered: before + 1, inTime: 0 });
  expect(answeredSince(atWork.desk.db, now).answered).toBe(before);
  const ledger = atWork.do(atWork.as('Sam'), 'ledger.unserved', { lines: 5 });
  expect(ledger).toMatchObject({ eligible: 1, served: 1 });
  // Received an hour ago, not when the card was entered, and answered 40 seconds later.
  const [counted] = countedRows(atWork);
  const received = wallSecondInZone('America/Chicago', Date.parse(hour));
  expect(counted).toMatchObject({ received_local: received, answered_s: 40, step_served: 1 });
});

test('a card is entered once, whatever its number is written like', () => {
  enter();
  const again = refused({ card: ' c-12 ' });
  expect(again.refused).toBe('card');
  expect(again.because).toContain('as incident 1, by Dana');
  const { cards } = atWork.do(atWork.as('Sam'), 'outage.cards', {});
  expect(cards).toMatchObject([{ card: 'C-12', number: 1, byName: 'Dana' }]);
});

test.each<[string, string, (atWork: DeskAtWork) => Partial<Input<'outage.enter-card'>>]>([
  [
    'closed',
    'future',
    (at) => ({ closed: { at: ago(at, -5), disposition: 'services', note: '' } }),
  ],
  ['answered', 'before “received”', (at) => ({ answered: ago(at, 61) })],
  [
    'units.0.onScene',
    'before “M1 en route”',
    (at) => ({
      units: [
        {
          unitId: M1,
          assigned: ago(at, 50),
          enRoute: ago(at, 45),
          onScene: ago(at, 46),
          clear: ago(at, 40),
        },
      ],
    }),
  ],
  [
    'closed',
    'before “M1 clear”',
    (at) => ({ closed: { at: ago(at, 30), disposition: 'services', note: '' } }),
  ],
  [
    'units.0.unitId',
    'no unit Z9',
    (at) => ({
      units: [
        {
          unitId: 'Z9' as UnitId,
          assigned: ago(at, 50),
          enRoute: null,
          onScene: null,
          clear: ago(at, 40),
        },
      ],
    }),
  ],
  [
    'closed',
    'No unit has reached',
    (at) => ({
      units: [
        { unitId: M1, assigned: ago(at, 50), enRoute: null, onScene: null, clear: ago(at, 40) },
      ],
    }),
  ],
  [
    'decided',
    'no response',
    (at) => ({
      decided: { at: ago(at, 58), response: 'nobody', reason: null, secondPerson: null },
    }),
  ],
  [
    'phone',
    'Only a clinician',
    (at) => ({ phone: { clinician: at.idOf('Dana'), taken: ago(at, 50) } }),
  ],
])('a card is refused at the field “%s”: %s', (field, says, more) => {
  const reply = refused(more(atWork));
  expect(reply).toMatchObject({ refused: field });
  expect(reply.because).toContain(says);
});

test('the rules of the console hold on paper too: below L3 it takes a second person who proves it', () => {
  const informant = 'caller-saw';
  const answers = [
    ...paperCard(atWork).answers.filter(({ fact }) => fact !== 'threats'),
    { fact: 'threats', answer: 'yes', informant } as const,
  ];
  const decided = {
    at: ago(atWork, 58),
    response: 'clinician-phone',
    reason: 'Family asked for it.',
  };
  const unserved = { code: 'overridden' as const, note: '' };
  const more = { answers, units: [], unserved };
  expect(refused({ ...more, decided: { ...decided, secondPerson: null } }).because).toContain(
    'second person',
  );
  const secondPerson = { operatorId: atWork.idOf('Theo'), passphrase: '' };
  const phone = { clinician: atWork.idOf('Cleo'), taken: ago(atWork, 50) };
  const closed = { at: ago(atWork, 15), disposition: 'resolved-by-phone', note: 'Calm.' } as const;
  const incidentId = enter({ ...more, phone, closed, decided: { ...decided, secondPerson } });
  expect(view(incidentId)).toMatchObject({
    decision: { direction: 'down', secondPerson: atWork.idOf('Theo') },
    closed: { disposition: 'Resolved by phone' },
  });
});

test('police called by radio is recorded, sends nobody now and says nothing is short', () => {
  const incidentId = enter({
    called: { at: ago(atWork, 59), services: ['police', 'ems'] },
    decided: null,
    units: [],
    closed: null,
  });
  const incident = findIncident(atWork.desk.db, incidentId);
  expect(incident?.upgrades).toMatchObject([{ at: ago(atWork, 59).at }]);
  expect(view(incidentId).timeline.some(({ text }) => text.includes('radio now'))).toBe(false);
  expect(findUnit(atWork.desk.db, 'P11')?.status).toBe('available');
});

test('an outage is declared from and to, and never ahead', () => {
  const dana = atWork.as('Dana');
  const why = 'The PC did not start.';
  const [from, to] = [ago(atWork, 90).at, ago(atWork, 5).at];
  const wrong = (input: Input<'outage.declare'>) =>
    atWork.desk.answer('outage.declare', input, dana);
  expect(wrong({ from: to, to: from, why })).toMatchObject({ ok: false, refused: 'from' });
  expect(wrong({ from, to: ago(atWork, -1).at, why })).toMatchObject({ ok: false, refused: 'to' });
  atWork.do(dana, 'outage.declare', { from, to, why });
  expect(atWork.do(dana, 'outage.cards', {}).outages).toMatchObject([{ from, to, why }]);
});

test('what was entered survives a restart, a rebuild and the replay of decisions', () => {
  const incidentId = enter();
  const live = findIncident(atWork.desk.db, incidentId);
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
  const replayed = replayDecisions(atWork.desk.db);
  expect(replayed).toMatchObject({ decisions: 1, same: 1, differing: 0 });
  atWork = atWork.reopen();
  expect(findIncident(atWork.desk.db, incidentId)).toEqual(live);
});
