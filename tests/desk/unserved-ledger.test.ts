import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { statement } from '#db/open-database.ts';
import type { Session } from '#main/desk/desk.ts';
import { hoursOfWeek } from '#main/desk/ledger/hour-of-week.ts';
import { localMoment } from '#main/desk/local-moment.ts';
import type { UnservedLedger } from '#shared/board/unserved-ledger.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { UnservedReason } from '#shared/incident/alternative-course.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let dana: Session;
beforeEach(() => {
  atWork = centerAtWork();
  dana = atWork.as('Dana');
});

const ledger = (lines = 20): UnservedLedger =>
  atWork.do(atWork.as('Sam'), 'ledger.unserved', { lines });

function eligible(call: Partial<Input<'call.receive'>> = {}): IncidentId {
  const incidentId = openedIncident(atWork, dana, { callType: 'MHDIST', ...call });
  clearOfDanger(atWork, dana, incidentId);
  const informant = 'caller-saw';
  for (const fact of ['behavioral', 'in-person-need'])
    atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer: 'yes', informant });
  return incidentId;
}

function visited(incidentId: IncidentId, unitId: string): void {
  atWork.do(dana, 'incident.assign-unit', {
    incidentId,
    unitId: unitId as UnitId,
    reason: 'Nearest.',
  });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, unitId, status);
}

function close(incidentId: IncidentId, unserved: UnservedReason | null = null): void {
  atWork.do(dana, 'incident.close', { incidentId, disposition: 'no-contact', note: '', unserved });
}

const view = (incidentId: IncidentId) => atWork.do(dana, 'incident.focus', { incidentId })!;

function insteadPolice(incidentId: IncidentId, unserved: UnservedReason | null) {
  const { level, responseId } = view(incidentId).recommendation;
  const seen = { level, response: responseId };
  const input = { incidentId, seen, response: 'police', reason: 'Asked for.', secondPerson: null };
  return atWork.desk.answer('incident.decide', { ...input, unserved }, dana);
}

test('nothing eligible yet: every count has its denominator, and they are nothing', () => {
  const empty = ledger();
  expect(empty).toMatchObject({ eligible: 0, served: 0, unserved: 0, open: 0, lines: [] });
  expect(empty.byHourOfWeek.map((day) => day.length)).toEqual(Array(7).fill(24));
  expect(empty.byReason.every(({ unserved }) => unserved === 0)).toBe(true);
});

test('one served, one not, one still open', () => {
  const served = eligible();
  accept(atWork, dana, served);
  expect(ledger()).toMatchObject({ eligible: 1, open: 1 });
  visited(served, 'M1');
  expect(view(served).unservedReasonNeeded).toBeNull();
  close(served);

  const unserved = eligible({ callType: 'WELBNG', address: '100 W Addison, Lakeview' });
  accept(atWork, dana, unserved);
  expect(view(unserved).unservedReasonNeeded).toEqual({ suggested: null });
  expect(
    atWork.desk.answer(
      'incident.close',
      { incidentId: unserved, disposition: 'no-contact', note: '' },
      dana,
    ),
  ).toMatchObject({ ok: false, refused: 'unserved-reason-needed' });
  close(unserved, { code: 'timed-out', note: '' });
  accept(atWork, dana, eligible());

  const counted = ledger();
  expect(counted).toMatchObject({ eligible: 3, served: 1, unserved: 1, open: 1 });
  expect(counted.byReason[0]).toMatchObject({ code: 'timed-out', unserved: 1 });
  expect(counted.byCallType).toEqual([
    { id: 'WELBNG', label: 'Check well-being', eligible: 1, unserved: 1 },
    { id: 'MHDIST', label: 'Mental-health disturbance', eligible: 2, unserved: 0 },
  ]);
  expect(counted.byArea[0]).toMatchObject({ label: 'Lakeview', eligible: 1, unserved: 1 });
  expect(counted.lines).toEqual([
    {
      incidentId: unserved,
      number: 2,
      openedAt: atWork.now().toISOString(),
      callTypeLabel: 'Check well-being',
      area: 'Lakeview',
      recommended: {
        level: 'L2',
        response: 'behavioral-health',
        label: 'Behavioral-health team',
      },
      reason: { code: 'timed-out', label: 'It took too long' },
      note: '',
      closed: true,
    },
  ]);
  expect(view(unserved).timeline.at(-2)?.text).toBe(
    'No alternative response (Behavioral-health team was recommended): It took too long',
  );
  expect(auditBoard(atWork.desk.db).projections.filter((each) => !each.equal)).toEqual([]);
});

test('what stands against the team is suggested, for choosing otherwise and for closing', () => {
  for (const unitId of ['M1', 'M2']) report(atWork, unitId, 'off-duty');
  const incidentId = eligible();
  const police = view(incidentId).options.find(({ id }) => id === 'police');
  expect(police?.needsUnservedReason).toEqual({ suggested: 'all-busy' });
  const others = view(incidentId).options.filter(({ needsUnservedReason }) => needsUnservedReason);
  expect(others.map(({ id }) => id)).toEqual(['police']);
  accept(atWork, dana, incidentId);
  expect(view(incidentId).unservedReasonNeeded).toEqual({ suggested: 'all-busy' });
});

test('police instead of the team: in the ledger at once, and taken back when a team came after all', () => {
  const incidentId = eligible();
  expect(insteadPolice(incidentId, null)).toMatchObject({ refused: 'unserved-reason-needed' });
  expect(view(incidentId).decision).toBeNull();
  const reason = { code: 'caller-insisted', note: '' } as const;
  expect(insteadPolice(incidentId, reason)).toMatchObject({ ok: true });
  expect(ledger()).toMatchObject({ eligible: 1, unserved: 1, lines: [{ closed: false }] });

  visited(incidentId, 'P11');
  visited(incidentId, 'M1');
  close(incidentId);
  expect(ledger()).toMatchObject({ eligible: 1, unserved: 0, served: 1, lines: [] });
  expect(view(incidentId).timeline.at(-2)?.text).toBe('An alternative response came after all');
});

test('police now asks nothing and is in the ledger once the incident closes', () => {
  const incidentId = eligible();
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police'] });
  expect(ledger()).toMatchObject({ eligible: 1, unserved: 0, open: 1 });
  for (const status of ['on-scene', 'available'] as const) report(atWork, 'P11', status);
  expect(view(incidentId).unservedReasonNeeded).toEqual({ suggested: 'overridden' });
  close(incidentId, { code: 'overridden', note: '' });
  expect(ledger()).toMatchObject({ eligible: 1, unserved: 1 });
});

test('an incident stands in the hour of the week of the center’s own clock', () => {
  // Tuesday 18:00 UTC is noon in Chicago.
  accept(atWork, dana, eligible());
  atWork.pass(16 * 60);
  const late = eligible();
  accept(atWork, dana, late);
  close(late, { code: 'out-of-hours', note: '' });
  const { byHourOfWeek } = ledger();
  expect(byHourOfWeek[2]![12]).toEqual({ eligible: 1, unserved: 0 });
  expect(byHourOfWeek[3]![4]).toEqual({ eligible: 1, unserved: 1 });
});

test.each(['America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'])(
  'the hour of the week in %s is that of the wall clock, also on the days it jumps',
  (timeZone) => {
    const hourOf = hoursOfWeek(timeZone);
    for (
      let at = Date.parse('2026-01-01T00:10:00Z');
      at < Date.parse('2027-01-01');
      at += 2_820_000
    ) {
      const { day, minute } = localMoment(new Date(at), timeZone);
      const instant = new Date(at).toISOString();
      expect(hourOf(instant), instant).toEqual({ day, hour: Math.floor(minute / 60) });
    }
  },
);

test('a hundred thousand eligible incidents are counted in well under a second', () => {
  const insert = statement(
    atWork.desk.db,
    `INSERT INTO board_unserved VALUES (?, ?, ?, 'MHDIST', 'uptown', 'L2', 'behavioral-health',
       'hash', ?, '', 1, 0)`,
  );
  const start = Date.parse('2024-01-01T00:00:00Z');
  atWork.desk.db.transaction(() => {
    for (let n = 0; n < 100_000; n += 1)
      insert.run(
        `many-${n}`,
        n,
        new Date(start + n * 700_000).toISOString(),
        n % 3 ? null : 'other',
      );
  })();
  const from = performance.now();
  const { eligible: counted, unserved, lines } = ledger(500);
  expect(performance.now() - from).toBeLessThan(1500);
  expect([counted, unserved, lines.length]).toEqual([100_000, 33_334, 500]);
});

test('the ledger is for supervisors and admins', () => {
  const asked = (name: string) =>
    atWork.desk.answer('ledger.unserved', { lines: 1 }, atWork.as(name));
  for (const name of ['Sam', 'Ada']) expect(asked(name)).toMatchObject({ ok: true });
  for (const name of ['Dana', 'Cleo', 'Pat'])
    expect(asked(name)).toMatchObject({ ok: false, refused: 'not-allowed' });
});
