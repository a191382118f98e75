import { setPlace } from '../support/edit-examples.ts';
import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { countDecisions, lastDecisions, latestOverrides } from '#db/board/decisions-projection.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Session } from '#main/desk/desk.ts';

let atWork: DeskAtWork;
let dana: Session;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  dana = atWork.as('Dana');
  incidentId = openedIncident(atWork, dana, { callType: 'MHDIST' });
});

interface Row {
  readonly seq: number;
  readonly how: string;
  readonly call_type: string | null;
  readonly area_id: string | null;
}

function rows(): Row[] {
  return atWork.desk.db.prepare('SELECT * FROM board_decisions ORDER BY seq').all() as Row[];
}

test('a decision is a row, with what was recommended and what was chosen', () => {
  clearOfDanger(atWork, dana, incidentId);
  accept(atWork, dana, incidentId);
  const { policy, hash } = atWork.desk.policy()!;
  const entry = atWork.desk.journal
    .ofIncident(incidentId, ['dispatch'])
    .find(({ event }) => event.type === 'incident.response-decided');
  if (entry?.event.type !== 'incident.response-decided') throw new Error('Nothing was decided.');
  const { decision } = entry.event;
  expect(rows()).toEqual([
    {
      seq: entry.seq,
      incident_id: incidentId,
      at: atWork.now().toISOString(),
      by_operator: atWork.idOf('Dana'),
      how: 'accepted',
      direction: 'same',
      level: decision.level,
      response: decision.response,
      recommended_level: decision.recommendation.level,
      recommended_response: decision.recommendation.response,
      reason: null,
      second_person: null,
      policy_version: policy.version,
      policy_hash: hash,
      call_type: 'MHDIST',
      area_id: 'uptown',
    },
  ]);
});

test('a row keeps the call type and area its incident had when it was decided', () => {
  accept(atWork, dana, incidentId);
  atWork.do(dana, 'incident.set-call-type', { incidentId, callType: 'WELBNG' });
  const moved = { address: '1 S Pulaski', areaId: 'west-lawn', callback: '' };
  setPlace(atWork, dana, { incidentId, ...moved });
  accept(atWork, dana, incidentId);
  expect(rows().map((row) => [row.call_type, row.area_id])).toEqual([
    ['MHDIST', 'uptown'],
    ['WELBNG', 'west-lawn'],
  ]);
  const rebuilt = auditBoard(atWork.desk.db).projections;
  expect(rebuilt.find(({ name }) => name === 'board_decisions')).toMatchObject({
    rows: 2,
    equal: true,
  });
});

test('police now is a decision of its own kind; EMS alone is none', () => {
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['ems'] });
  expect(rows()).toEqual([]);
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police'] });
  expect(rows().map(({ how }) => how)).toEqual(['upgraded']);
  expect(countDecisions(atWork.desk.db)).toEqual([
    { callType: 'MHDIST', how: 'upgraded', direction: 'up', decisions: 1 },
  ]);
});

test('of each incident the last decision is found', () => {
  accept(atWork, dana, incidentId);
  const other = openedIncident(atWork, dana);
  accept(atWork, dana, other);
  clearOfDanger(atWork, dana, incidentId);
  accept(atWork, dana, other);
  const seqs = rows().map(({ seq }) => seq);
  expect([...lastDecisions(atWork.desk.db)].map(({ seq }) => seq).sort((a, b) => a - b)).toEqual([
    seqs[0],
    seqs[2],
  ]);
});

test('the review reads no more than its index gives it, and the rates each row once', () => {
  const plan = (sql: string, ...values: unknown[]) =>
    (atWork.desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[])
      .map(({ detail }) => detail)
      .join('; ');
  const seen: string[] = [];
  const { db } = atWork.desk;
  // The statements as they are asked, so that the plan is of the query and not of a copy.
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    seen.push(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  latestOverrides(db, 500);
  countDecisions(db);
  db.prepare = prepare as typeof db.prepare;
  const [lines = '', rates = ''] = seen;
  expect(plan(lines, 500)).toMatch(/USING INDEX board_decisions_overridden/);
  expect(plan(lines, 500)).not.toMatch(/SCAN i\b|TEMP B-TREE/);
  expect(plan(rates)).toMatch(/^SCAN board_decisions;/);
});
