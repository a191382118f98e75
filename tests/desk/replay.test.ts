import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { desk as command } from '../import/import-folder.ts';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { rawConnection, tamper } from '../support/tampering.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { replayDecisions, type ReplayReport } from '#main/desk/policy/replay.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';

vi.setConfig({ testTimeout: 60_000 });

let atWork: DeskAtWork;

beforeEach(() => {
  atWork = centerAtWork();
});

/** An incident on which a team in person was recommended and somebody accepted it. */
function acceptedOne(...facts: readonly string[]): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana, { callType: 'MHDIST' });
  clearOfDanger(atWork, dana, incidentId);
  for (const fact of ['behavioral', 'in-person-need', ...facts])
    atWork.do(dana, 'incident.answer-fact', {
      incidentId,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
  accept(atWork, dana, incidentId);
  return incidentId;
}

/** Chooses a response, the recommended one too, with a reason and a second person. */
function choose(incidentId: IncidentId, response: string | null = null): void {
  const dana = atWork.as('Dana');
  const view = atWork.do(dana, 'incident.focus', { incidentId });
  const { level, responseId } = view!.recommendation;
  atWork.do(dana, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    response: response ?? responseId,
    reason: 'I know this person.',
    secondPerson: { operatorId: atWork.idOf('Theo'), passphrase: '' },
    unserved: { code: 'overridden', note: '' },
  });
}

async function replayed(...args: readonly string[]) {
  const { code, out, err } = await command('replay', '--data', atWork.folder, ...args);
  return { code, err, report: JSON.parse(out) as ReplayReport };
}

/** Changes one decision in the file, as somebody with a SQLite shell would. */
function change(path: string, value: string | null, type = 'incident.response-decided'): void {
  atWork.desk.close();
  tamper(atWork.folder, (db) => {
    const set = db.prepare('UPDATE journal SET body = json_set(body, ?, ?) WHERE type = ?');
    expect(set.run(path, value, type).changes).toBeGreaterThan(0);
  });
}

test('whatever people did, every decision is derived again bit for bit', () => {
  const ways = new Set<string>();
  fc.assert(
    fc.property(shift, (steps) => {
      const busy = centerAtWork();
      for (const step of steps) play(busy, step);
      const report = replayDecisions(busy.desk.db);
      expect(report.differ).toEqual([]);
      expect(report.same).toBe(report.decisions);
      const kinds = busy.desk.db.prepare('SELECT DISTINCT how, direction FROM board_decisions');
      for (const { how, direction } of kinds.all() as { how: string; direction: string }[])
        ways.add(`${how} ${direction}`);
      busy.desk.close();
    }),
    { numRuns: 40 },
  );
  // Otherwise it proves little.
  expect([...ways].sort().join()).toMatch(/accepted same,.*overridden.*upgraded up/);
});

test('each way to decide is derived again, accepting less than what stood among them', () => {
  const dana = atWork.as('Dana');
  const incidentId = acceptedOne('threats');
  const recant = { incidentId, fact: 'threats', answer: 'no', informant: 'caller-saw' } as const;
  atWork.do(dana, 'incident.answer-fact', recant);
  choose(incidentId);
  choose(incidentId, 'co-response');
  choose(incidentId, 'substance-use');
  choose(incidentId, 'clinician-phone');
  choose(incidentId, 'police');
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police'] });
  atWork.do(dana, 'incident.answer-fact', { ...recant, fact: 'weapon-in-hand', answer: 'yes' });
  accept(atWork, dana, incidentId);
  const { db } = atWork.desk;
  const ways = db.prepare("SELECT how || ' ' || direction FROM board_decisions ORDER BY seq");
  expect(ways.pluck().all()).toEqual([
    'accepted same',
    'accepted down',
    'overridden up',
    'overridden down',
    'overridden down',
    'overridden same',
    'upgraded up',
    'accepted same',
  ]);
  expect(replayDecisions(db)).toMatchObject({ decisions: 8, same: 8, differ: [] });
});

test('a center where nobody has decided has nothing to differ', async () => {
  const { policy, hash } = atWork.desk.policy()!;
  const { version } = policy;
  expect(await replayed()).toEqual({
    code: 0,
    err: '',
    report: {
      decisions: 0,
      same: 0,
      differ: [],
      differing: 0,
      ms: expect.any(Number),
      policies: [{ version, hash, decisions: 0, intact: true }],
    },
  });
});

test('each decision is derived under the policy it was made with', async () => {
  acceptedOne();
  const { policy, hash } = atWork.desk.policy()!;
  const other: Policy = {
    ...policy,
    version: 'other',
    gates: policy.gates.map((gate) =>
      gate.id === 'gate-3' ? { ...gate, response: 'substance-use' } : gate,
    ),
  };
  atWork.desk.record(
    [
      {
        type: 'policy.adopted',
        hash: policyHash(other),
        policy: other,
        how: 'published',
        effectiveFrom: atWork.now().toISOString(),
        proposedBy: null,
        approvedBy: null,
        reason: 'To see whether it helps.',
      },
    ],
    atWork.idOf('Sam'),
  );
  const again = atWork.reopen();
  atWork = again;
  acceptedOne();
  acceptedOne();
  const { code, report } = await replayed();
  expect(code).toBe(0);
  expect(report).toMatchObject({
    decisions: 3,
    same: 3,
    policies: [
      { version: policy.version, hash, decisions: 1 },
      { version: 'other', hash: policyHash(other), decisions: 2 },
    ],
  });
});

test('it reads beside a running console and changes not one byte', async () => {
  const incidentId = acceptedOne();
  choose(incidentId, 'clinician-phone');
  const digest = () =>
    createHash('sha256')
      .update(readFileSync(join(atWork.folder, DATABASE_FILE)))
      .digest('hex');
  const beside = await replayed();
  expect(beside).toMatchObject({ code: 0, report: { decisions: 2, same: 2 } });
  acceptedOne();
  atWork.desk.close();
  const before = digest();
  expect(await replayed()).toMatchObject({ code: 0, report: { decisions: 3 } });
  expect(digest()).toBe(before);
});

test('a decision from before the offer was kept is derived without it', async () => {
  acceptedOne();
  atWork.desk.close();
  tamper(atWork.folder, (db) => {
    db.exec(
      `UPDATE journal SET body = json_remove(body, '$.decision.offered')
       WHERE type = 'incident.response-decided'`,
    );
  });
  expect(await replayed()).toMatchObject({ code: 0, report: { decisions: 1, same: 1 } });
});

describe('a journal changed in the file is seen', () => {
  const L2 = { level: 'L2', response: 'behavioral-health' };

  test.each<[string, string, object]>([
    ['$.decision.level', 'L0', { what: 'decision', recorded: { ...L2, level: 'L0' }, derived: L2 }],
    ['$.decision.how', 'overridden', { what: 'decision', recorded: L2, derived: L2 }],
    ['$.decision.direction', 'up', { what: 'decision', recorded: L2, derived: L2 }],
    ['$.decision.policyVersion', 'older', { what: 'decision' }],
    [
      '$.decision.response',
      'police',
      { what: 'decision', recorded: { level: 'L2', response: 'police' } },
    ],
    [
      '$.decision.recommendation.level',
      'L1',
      { what: 'recommendation', recorded: { ...L2, level: 'L1' }, derived: L2 },
    ],
    ['$.decision.recommendation.reasons[0].because', 'So.', { what: 'recommendation' }],
    [
      '$.decision.readings.threats',
      'yes',
      { what: 'recommendation', recorded: L2, derived: { level: 'L3', response: 'co-response' } },
    ],
    [
      '$.decision.offered.goesNow',
      'police',
      { what: 'offer', recorded: { ...L2, response: 'police' }, derived: L2 },
    ],
    ['$.decision.policyHash', 'x', { what: 'policy missing', recorded: L2, derived: null }],
    ['$.decision.recommendation', 'none', { what: 'recommendation' }],
    ['$.decision', 'none', { what: 'unreadable', recorded: null, derived: null }],
  ])('%s = %s', async (path, value, expected) => {
    acceptedOne();
    change(path, value);
    const { code, err, report } = await replayed();
    expect(code).toBe(1);
    expect(report).toMatchObject({ decisions: 1, same: 0, differing: 1 });
    expect(report.differ).toHaveLength(1);
    expect(report.differ[0]).toMatchObject({ incident: 1, seq: expect.any(Number), ...expected });
    expect(err).toContain('1 of 1 decisions cannot be derived again.');
  });

  test('in the policy, even where no decision was made with it', async () => {
    const { version } = atWork.desk.policy()!.policy;
    change('$.policy.title', 'Another', 'policy.adopted');
    const { code, err, report } = await replayed();
    expect([code, report.differing]).toEqual([1, 0]);
    expect(report.policies).toMatchObject([{ version, intact: false }]);
    expect(err).toContain(`policy ${version} is not the document that was adopted`);
  });

  test('in the policy, for each decision made with it', async () => {
    acceptedOne();
    change('$.policy.title', 'Another', 'policy.adopted');
    const { code, report } = await replayed();
    expect(code).toBe(1);
    expect(report.differ).toMatchObject([{ what: 'policy hash', recorded: L2, derived: L2 }]);
  });

  test('where an entry is no longer JSON, and the rest is still told', async () => {
    acceptedOne();
    acceptedOne();
    atWork.desk.close();
    tamper(atWork.folder, (db) => {
      db.exec(
        `UPDATE journal SET body = '{' WHERE seq =
           (SELECT MIN(seq) FROM journal WHERE type = 'incident.response-decided')`,
      );
    });
    const { code, report } = await replayed();
    expect(code).toBe(1);
    expect(report).toMatchObject({ decisions: 2, same: 1, differing: 1 });
    expect(report.differ).toMatchObject([{ what: 'unreadable', incident: 1 }]);
  });

  test('in an overridden level and an upgraded one', async () => {
    const incidentId = acceptedOne();
    choose(incidentId, 'clinician-phone');
    atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
    change('$.decision.level', 'L3');
    const { report } = await replayed();
    expect(report.differ.map(({ what, derived }) => [what, derived])).toEqual([
      ['decision', L2],
      ['decision', { level: 'L1', response: 'clinician-phone' }],
      ['decision', { level: 'L4', response: 'police-ems' }],
    ]);
  });

  test('of many, the first hundred are listed and all are counted', async () => {
    const incidentId = acceptedOne();
    for (let turn = 0; turn < 104; turn += 1) accept(atWork, atWork.as('Dana'), incidentId);
    change('$.decision.level', 'L0');
    const { report } = await replayed();
    expect([report.decisions, report.differing, report.differ.length]).toEqual([105, 105, 100]);
  });
});

describe('with another policy', () => {
  function policyFile(change: (policy: Policy) => unknown): string {
    const file = join(temporaryFolder(), 'policy.json');
    writeFileSync(file, JSON.stringify(change(atWork.desk.policy()!.policy)));
    return file;
  }

  test('it says where the calls would have gone', async () => {
    acceptedOne();
    acceptedOne('threats');
    const file = policyFile((policy) => ({
      ...policy,
      version: 'more-on-l2',
      gates: policy.gates.map((gate) =>
        gate.id === 'gate-3' ? { ...gate, response: 'substance-use' } : gate,
      ),
    }));
    const { code, err, report } = await replayed('--policy', file);
    expect([code, err]).toEqual([0, '']);
    expect(report).toMatchObject({
      calls: 2,
      decisions: 2,
      imported: 0,
      same: 1,
      aside: 1,
      policies: {
        inForce: { hash: atWork.desk.policy()!.hash },
        compared: { version: 'more-on-l2', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  test('a document that is no policy is not compared: each problem is a line', async () => {
    const file = policyFile(({ gates: _gates, ...rest }) => rest);
    const ran = await command('replay', '--data', atWork.folder, '--policy', file);
    expect(ran).toMatchObject({ code: 2, out: '' });
    const lines = ran.err.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.startsWith(`${file}: $`)).toBe(true);
  });

  test('boards that do not hold the whole journal are not counted from', async () => {
    acceptedOne();
    const file = policyFile((policy) => policy);
    atWork.desk.close();
    const raw = rawConnection(atWork.folder);
    raw.exec('UPDATE board_meta SET projected_seq = projected_seq - 1');
    raw.close();
    const ran = await command('replay', '--data', atWork.folder, '--policy', file);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`Open the folder once`);
  });
});

describe('what it cannot work with ends with 2', () => {
  test.each<[string[], string]>([
    [[], '--data is missing'],
    [['--data', '/no/such/folder'], 'holds no CareDesk journal'],
    [['--data', '/no/such/folder', '--policy', '/no/such/policy.json'], 'holds no CareDesk'],
  ])('%j', async (args, why) => {
    const ran = await command('replay', ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(why);
  });

  test('a file that is no journal', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'not a database at all, but long enough to be one');
    const ran = await command('replay', '--data', folder);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('not a CareDesk journal');
  });

  test('a policy file that is not there', async () => {
    const ran = await command('replay', '--data', atWork.folder, '--policy', '/no/policy.json');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('/no/policy.json');
  });
});
