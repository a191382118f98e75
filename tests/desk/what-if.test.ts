import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { Passphrases } from '#main/desk/access/passphrases.ts';
import { DeskCore } from '#main/desk/desk-core.ts';
import { realTimers } from '#main/desk/training/timers.ts';
import type { Session } from '#main/desk/desk.ts';
import { localMoment } from '#main/desk/local-moment.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { whatIf } from '#main/desk/policy/what-if.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Gate, Policy } from '#shared/policy/policy.ts';

let atWork: DeskAtWork;
let core: DeskCore;
let dana: Session;
let inForce: Policy;

beforeEach(() => {
  atWork = centerAtWork();
  const { folder, now } = atWork;
  const file = join(folder, DATABASE_FILE);
  const newId = () => 'never used';
  core = new DeskCore({
    file,
    mode: 'training',
    position: 'review',
    now,
    newId,
    log: () => {},
    timers: realTimers,
    soon: () => () => {},
    passphrases: new Passphrases('training'),
  });
  dana = atWork.as('Dana');
  inForce = core.requirePolicy().policy;
});
afterEach(() => {
  core.close();
  atWork.desk.close();
});

/** The policy in force with its gates changed. */
function changed(change: (gate: Gate) => Gate): Policy {
  return { ...inForce, version: 'changed', gates: inForce.gates.map(change) };
}

/** A gate answers with another response, at the same level. */
function instead(gateId: string, response: string): Policy {
  return changed((gate) => (gate.id === gateId ? { ...gate, response } : gate));
}

/** Without one rule. */
function without(rule: string): Policy {
  return changed((gate) => ({ ...gate, rules: gate.rules.filter(({ id }) => id !== rule) }));
}

/** An incident decided as recommended, with these facts answered yes. */
function decided(facts: readonly string[], callType: string | null = null): IncidentId {
  const incidentId = openedIncident(atWork, dana, { callType });
  clearOfDanger(atWork, dana, incidentId);
  for (const fact of facts) answer(incidentId, fact);
  accept(atWork, dana, incidentId);
  return incidentId;
}

function answer(incidentId: IncidentId, fact: string): void {
  const informant = 'caller-saw';
  atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer: 'yes', informant });
}

function pastCall(number: number, callType: string, at: string, address = '1 A St'): NewEvent {
  const call: PastCall = {
    key: `decc|${number}|${at}`,
    preset: 'decc',
    recordNumber: String(number),
    receivedLocal: at,
    closedLocal: null,
    rawType: 'MENTAL HEALTH CASE',
    callType,
    priority: null,
    address,
    latitude: null,
    longitude: null,
    agency: null,
    disposition: null,
    rowHash: String(number),
  };
  return { type: 'past-call.imported', pastCall: call };
}

function imported(...calls: NewEvent[]): void {
  atWork.desk.record(calls, atWork.idOf('Ada'));
}

test('a center without a past has 24 empty hours', () => {
  const { ms, byHour, ...report } = whatIf(core, inForce);
  expect(report).toEqual({
    calls: 0,
    same: 0,
    up: 0,
    down: 0,
    aside: 0,
    decisions: 0,
    imported: 0,
    notBehavioral: 0,
    byCallType: [],
    byArea: [],
    moves: [],
  });
  expect(byHour).toHaveLength(24);
  expect(byHour[7]).toEqual({
    key: '7',
    label: '07',
    calls: 0,
    same: 0,
    up: 0,
    down: 0,
    aside: 0,
  });
  expect(ms).toBeGreaterThan(0);
});

test('under the policy in force no call moves', () => {
  decided(['behavioral', 'in-person-need'], 'MHDIST');
  decided(['weapon-in-hand']);
  imported(pastCall(1, 'SUIATT', '2031-01-02T03:04'));
  const { calls, same, moves } = whatIf(core, inForce);
  expect([calls, same]).toEqual([3, 3]);
  expect(moves.map(({ from, to, calls: moved }) => [from.level, to.level, moved])).toEqual([
    ['L4', 'L4', 2],
    ['L2', 'L2', 1],
  ]);
});

describe('decisions', () => {
  test('each way a call can go is counted, with the labels of both policies', () => {
    decided(['threats']);
    decided(['behavioral', 'in-person-need']);
    const softer = without('L3-THREATS');
    const down = whatIf(core, {
      ...softer,
      responses: softer.responses.map((each) => ({ ...each, label: `New ${each.label}` })),
    });
    expect(down).toMatchObject({ calls: 2, decisions: 2, same: 1, up: 0, down: 1, aside: 0 });
    expect(down.moves).toContainEqual({
      from: { level: 'L3', response: 'co-response', label: 'Co-response ambulance' },
      to: { level: 'L2', response: 'behavioral-health', label: 'New Behavioral-health team' },
      calls: 1,
    });

    const aside = whatIf(core, instead('gate-3', 'substance-use'));
    expect(aside).toMatchObject({ same: 1, up: 0, down: 0, aside: 1 });

    const higher = changed((gate) => (gate.id === 'gate-3' ? { ...gate, level: 'L3' } : gate));
    expect(whatIf(core, higher)).toMatchObject({ same: 1, up: 1, down: 0, aside: 0 });
  });

  test('of an incident decided twice the last answers count, and it counts once', () => {
    const incidentId = decided(['behavioral', 'in-person-need']);
    answer(incidentId, 'threats');
    accept(atWork, dana, incidentId);
    const { decisions, moves } = whatIf(core, inForce);
    expect(decisions).toBe(1);
    expect(moves.map(({ from }) => from.response)).toEqual(['co-response']);
  });

  test('what a person chose plays no part: both policies are asked anew', () => {
    const incidentId = decided(['behavioral', 'in-person-need']);
    atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police'] });
    const { moves } = whatIf(core, inForce);
    expect(moves.map(({ from }) => from.response)).toEqual(['behavioral-health']);
  });

  test('a fact the other policy asks first reads as not asked', () => {
    decided(['behavioral', 'in-person-need']);
    const [fact] = inForce.facts;
    const asking: Policy = {
      ...inForce,
      facts: [...inForce.facts, { ...fact!, id: 'new-fact', mandatory: false }],
      gates: inForce.gates.map((gate) =>
        gate.id === 'gate-2'
          ? {
              ...gate,
              rules: [
                ...gate.rules,
                {
                  id: 'L3-NEW',
                  when: [{ fact: 'new-fact', is: ['not-asked'] }],
                  because: 'Nobody asked.',
                  source: 'test',
                  verify: false,
                },
              ],
            }
          : gate,
      ),
    };
    expect(whatIf(core, asking)).toMatchObject({ decisions: 1, up: 1 });
  });

  test('calls are counted by type, area and the hour on the center’s clock', () => {
    decided(['behavioral', 'in-person-need'], 'MHDIST');
    atWork.pass(60);
    decided(['threats'], 'WELBNG');
    decided(['threats']);
    const { byCallType, byArea, byHour } = whatIf(core, without('L3-THREATS'));
    expect(byCallType.map(({ key, label, calls, down }) => [key, label, calls, down])).toEqual([
      ['', 'Type not set', 1, 1],
      ['WELBNG', 'Check well-being', 1, 1],
      ['MHDIST', 'Mental-health disturbance', 1, 0],
    ]);
    expect(byArea).toEqual([
      { key: 'uptown', label: 'Uptown', calls: 3, same: 1, up: 0, down: 2, aside: 0 },
    ]);
    // 18:00 UTC in March is noon in Chicago.
    expect(byHour.flatMap(({ label, calls }) => (calls === 0 ? [] : [[label, calls]]))).toEqual([
      ['12', 1],
      ['13', 2],
    ]);
  });

  test('hours are those of the wall clock on both sides of a change of the clock', () => {
    // Midnight before until after the night summer time begins, every 20 minutes.
    atWork.pass((Date.parse('2026-03-08T06:00:00Z') - atWork.now().getTime()) / 60_000);
    const expected = Array.from({ length: 24 }, () => 0);
    for (let turn = 0; turn < 12; turn += 1) {
      decided(['behavioral', 'in-person-need']);
      const hour = Math.floor(localMoment(atWork.now(), 'America/Chicago').minute / 60);
      expected[hour]! += 1;
      atWork.pass(20);
    }
    expect(expected[2]).toBe(0);
    expect(expected[3]).toBe(3);
    expect(whatIf(core, inForce).byHour.map(({ calls }) => calls)).toEqual(expected);
  });
});

describe('imported calls', () => {
  test('go by what their type states, read as from a record', () => {
    imported(
      pastCall(1, 'SUIATT', '2031-01-02T03:04'),
      pastCall(2, 'MHVIOL', '2031-01-02T03:04:05'),
      pastCall(3, 'MHVIOL', '2031-01-02T23:59:59.999'),
    );
    // Nobody asked about violence, so L3 stands with or without its rule; the attempt is stated.
    const report = whatIf(core, without('L4-ATTEMPT'));
    expect(report).toMatchObject({ calls: 3, imported: 3, decisions: 0, same: 2, down: 1 });
    expect(report.byHour[3]).toMatchObject({ calls: 2, down: 1 });
    expect(report.byHour[23]).toMatchObject({ calls: 1, same: 1 });
  });

  test('a stated no on which hearsay is not enough reads as unknown', () => {
    const stating: Policy = {
      ...inForce,
      callTypes: inForce.callTypes.map((type) =>
        type.code === 'WELBNG'
          ? { ...type, states: [{ fact: 'thoughts', answer: 'no' as const }] }
          : type,
      ),
      gates: inForce.gates.map((gate) =>
        gate.id === 'gate-1'
          ? {
              ...gate,
              rules: gate.rules.map((rule) =>
                rule.id === 'L4-LEDGE'
                  ? { ...rule, when: [{ fact: 'thoughts', is: ['unknown' as const] }] }
                  : rule,
              ),
            }
          : gate,
      ),
    };
    imported(pastCall(1, 'WELBNG', '2031-01-02T03:04'));
    expect(whatIf(core, stating)).toMatchObject({ imported: 1, up: 1 });
  });

  test('of ordinary dispatch are left out, unless one of the policies routes them', () => {
    imported(
      pastCall(1, 'OTHER', '2031-01-02T03:04'),
      pastCall(2, 'OTHER', '2031-01-02T04:04'),
      pastCall(3, 'MHDIST', '2031-01-02T05:04'),
    );
    const left = { calls: 1, imported: 1, notBehavioral: 2 };
    expect(whatIf(core, inForce)).toMatchObject(left);
    const routing: Policy = {
      ...inForce,
      callTypes: inForce.callTypes.map((type) => ({ ...type, behavioral: 'ask' as const })),
    };
    expect(whatIf(core, routing)).toMatchObject({ calls: 3, imported: 3, notBehavioral: 0 });
  });

  test('of a type no policy has are routed as if it stated nothing', () => {
    imported(pastCall(1, 'GONE', '2031-01-02T03:04'));
    const { imported: counted, byCallType } = whatIf(core, inForce);
    expect(counted).toBe(1);
    expect(byCallType.map(({ key, label }) => [key, label])).toEqual([['GONE', 'GONE']]);
  });

  test('are in the area their address names, and in none it does not', () => {
    imported(
      pastCall(1, 'MHDIST', '2031-01-02T03:04', '5 N Clark St, Uptown'),
      pastCall(2, 'MHDIST', '2031-01-02T03:05', '5 Uptown Ave'),
      pastCall(3, 'MHDIST', '2031-01-02T03:06', '5 N Clark St, uptown'),
    );
    const { byArea } = whatIf(core, inForce);
    expect(byArea.map(({ label, calls }) => [label, calls])).toEqual([
      ['Uptown', 2],
      ['Area not known', 1],
    ]);
  });

  test('the sums agree with each other', () => {
    decided(['threats'], 'WELBNG');
    imported(
      ...['MHDIST', 'SUIATT', 'TRESP', 'OTHER', 'MHVIOL', 'DOMEST', 'INTOX'].map((type, number) =>
        pastCall(number, type, `2031-01-02T0${number}:04`, number % 2 === 0 ? '1 A, Uptown' : ''),
      ),
    );
    const report = whatIf(core, without('L4-ATTEMPT'));
    expect(report.calls).toBe(report.decisions + report.imported);
    expect(report.calls).toBe(report.same + report.up + report.down + report.aside);
    const total = (list: readonly { readonly calls: number }[]) =>
      list.reduce((sum, { calls }) => sum + calls, 0);
    for (const list of [report.byCallType, report.byArea, report.byHour, report.moves])
      expect(total(list)).toBe(report.calls);
  });
});

test('nothing is written by asking', () => {
  decided(['threats']);
  imported(pastCall(1, 'SUIATT', '2031-01-02T03:04'));
  const before = core.journal.head();
  whatIf(core, without('L3-THREATS'));
  expect(core.journal.head()).toBe(before);
});
