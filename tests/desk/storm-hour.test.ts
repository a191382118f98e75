import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { isInDanger } from '#shared/duplicate/danger-words.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

// Real calls state no licence, so they are not in this repository; where they lie beside it they are read.
const CALLS = join(import.meta.dirname, '../../../shared/data/calls-montgomery-pa/911.csv');
const HOUR = '2018-11-15 13:';
const absent = !existsSync(CALLS);
if (absent) process.stderr.write('SKIPPED: the storm hour of calls is not on this computer.\n');

/** The calls of one hour of snow, each minute's together, as they ring. */
function storm(atWork: DeskAtWork): CallId[] {
  const rows = readFileSync(CALLS, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter((row) => row[3]?.startsWith(HOUR) === true)
    .toSorted((a, b) => (a[3] ?? '').localeCompare(b[3] ?? ''));
  const dana = atWork.as('Dana');
  let minute = 0;
  return rows.map(([, , title = '', at = '', town = '', street = '']) => {
    atWork.pass(Number(at.slice(14, 16)) - minute);
    minute = Number(at.slice(14, 16));
    const words = title
      .replace(/^\w+: /, '')
      .replace(/ -$/, '')
      .toLowerCase();
    const call = { ani: null, address: `${street}, ${town}`, words, callType: null };
    return atWork.do(dana, 'call.receive', call).made as CallId;
  });
}

test.skipIf(absent)('an hour of snow stays readable, and every call of it is reached', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const calls = storm(atWork);
  expect(calls).toHaveLength(302);
  const { groups } = atWork.do(dana, 'duplicate.waiting', {});
  const { policy } = atWork.desk.policy() ?? {};
  const behind = groups.flatMap(({ members }) => members.map(({ callId }) => callId));
  // Told again: at most once each, and never behind one that is itself behind another.
  expect(new Set(behind).size).toBe(behind.length);
  const leaders = new Set(groups.map(({ leader }) => leader));
  expect(behind.filter((callId) => leaders.has(callId))).toEqual([]);
  expect(behind.length).toBeGreaterThanOrEqual(30);
  for (const callId of behind) {
    const call = findCall(atWork.desk.db, callId);
    if (call === null || policy === undefined) throw new Error(`${callId} is lost.`);
    expect(isInDanger(call, policy), call.words).toBe(false);
  }
  for (const { members } of groups)
    for (const { reasons } of members)
      expect(reasons[0]).toMatch(/^same (crossing|address|block|street)/);

  const [first] = groups;
  if (first === undefined) throw new Error('No two calls of the storm are alike.');
  const callIds = [first.leader, ...first.members.map(({ callId }) => callId)];
  const joined = atWork.do(dana, 'call.join', { callIds, incidentId: null });
  const waiting = atWork.do(dana, 'board.snapshot', {}).calls.map(({ callId }) => callId);
  expect(new Set([...waiting, ...callIds])).toEqual(new Set(calls));
  const view = atWork.do(dana, 'incident.focus', { incidentId: joined.made as IncidentId });
  expect(view?.callers.map(({ callId }) => callId)).toEqual(callIds);
  atWork.desk.close();
});
