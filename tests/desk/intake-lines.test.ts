import { afterEach, beforeEach, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { lineAdded, LOOPBACK_LISTENER } from '../support/intake-line-examples.ts';
import { keepLines } from '#main/intake/keep-lines.ts';
import type { LineReport, LineRunners, LineToRun } from '#main/intake/line-runner.ts';
import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import type { AliSpillSetting, WantedSetting } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

const SPILL = {
  kind: 'ali-spill',
  role: 'connect',
  host: '10.0.0.9',
  port: 4000,
  layout: 'nena',
} as const satisfies WantedSetting;

const spillAdded = (on: boolean) => lineAdded(atWork, { name: 'ALI', on, setting: SPILL });

function setSpill(lineId: IntakeLineId, on: boolean, changes: Partial<AliSpillSetting> = {}) {
  const setting = { ...SPILL, ...changes };
  atWork.do(atWork.as('Sam'), 'intake-line.set', { lineId, name: 'ALI', on, setting });
}

function lineNow(lineId: IntakeLineId): IntakeLineView {
  const { lines } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  return lines.find((line) => line.lineId === lineId)!;
}

/** Turns of the event loop: starting and stopping wait for each other. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A runner that writes down what it is told, and says that it takes deliveries. */
function runner() {
  const said: string[] = [];
  const reports: LineReport[] = [];
  const runners: LineRunners = {
    'ali-spill': ({ setting, report }: LineToRun<AliSpillSetting>) => {
      said.push(`start ${setting.port}`);
      reports.push(report);
      report.taking(`${setting.host}:${setting.port}`);
      return {
        stop: async () => {
          await settled();
          said.push(`stop ${setting.port}`);
        },
      };
    },
  };
  return { said, reports, runners };
}

test('a line that is down is told above every screen, with its name and why, until it takes calls again', async () => {
  const { reports, runners } = runner();
  spillAdded(true);
  const lines = keepLines(atWork.desk, runners);
  await settled();
  const told = () => {
    atWork.desk.watch();
    return atWork.do(atWork.as('Dana'), 'desk.hello', {}).troubles ?? [];
  };
  expect(told()).toEqual([]);
  reports[0]?.failed('10.0.0.9 does not answer.', null);
  expect(told()).toMatchObject([
    { kind: 'line-down', because: expect.stringMatching(/^“ALI”: 10\.0\.0\.9 does not answer\./) },
  ]);
  reports[0]?.taking('10.0.0.9:4000');
  expect(told()).toEqual([]);
  await lines.stop();
});

test('a token is said once, and only its hash is written down', () => {
  const lineId = lineAdded(atWork);
  expect(lineNow(lineId).setting).toMatchObject({ access: { by: 'token', made: false } });
  const { made: token } = atWork.do(atWork.as('Sam'), 'intake-line.new-token', { lineId });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(lineNow(lineId).setting).toMatchObject({ access: { by: 'token', made: true } });
  const written = JSON.stringify([...atWork.desk.journal.entriesAfter(0)]);
  expect(written).not.toContain(token);
  const view = JSON.stringify(lineNow(lineId));
  expect(view).not.toContain(token);
  expect(view).not.toContain('tokenHash');
  const again = atWork.do(atWork.as('Ada'), 'intake-line.new-token', { lineId });
  expect(again.made).not.toBe(token);
});

test('lines stand in the order they were added, with who set them, also after a restart', () => {
  lineAdded(atWork);
  const lineId = spillAdded(false);
  atWork.do(atWork.as('Ada'), 'intake-line.set', { lineId, name: 'ALI', on: true, setting: SPILL });
  atWork = atWork.reopen();
  const { lines } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  expect(lines.map(({ name, on, setByName }) => [name, on, setByName])).toEqual([
    ['County CAD', false, 'Sam'],
    ['ALI', true, 'Ada'],
  ]);
});

test('what is switched on runs as it is set: a change restarts it, off and removal end it', async () => {
  const { said, runners } = runner();
  const lineId = spillAdded(true);
  const lines = keepLines(atWork.desk, runners);
  await settled();
  expect(lineNow(lineId).standing.now).toMatchObject({ state: 'taking', at: '10.0.0.9:4000' });

  setSpill(lineId, true, { port: 4001 });
  setSpill(lineId, true, { port: 4002 });
  await settled();
  await settled();
  await settled();
  expect(said).toEqual(['start 4000', 'stop 4000', 'start 4002']);

  // Something else is written: the line goes on.
  lineAdded(atWork);
  await settled();
  expect(said).toHaveLength(3);

  setSpill(lineId, false, { port: 4002 });
  await settled();
  await settled();
  expect(said.at(-1)).toBe('stop 4002');
  expect(lineNow(lineId).standing.now).toEqual({ state: 'off' });
  atWork.do(atWork.as('Sam'), 'intake-line.remove', { lineId });
  await lines.stop();
  expect(said).toHaveLength(4);
});

test('the desk closes while lines run: they are stopped and ask it nothing more', async () => {
  const { said, runners } = runner();
  spillAdded(true);
  const lines = keepLines(atWork.desk, runners);
  await settled();
  const stopping = lines.stop();
  atWork.desk.close();
  await stopping;
  expect(said).toEqual(['start 4000', 'stop 4000']);
  atWork = centerAtWork();
});

test('a line that is off starts nothing, and one nobody can run says so', async () => {
  const { said, runners } = runner();
  spillAdded(false);
  const setting = { kind: 'watched-folder', folder: '/srv', takes: 'csv', mapping: null } as const;
  const folder = lineAdded(atWork, { name: 'Drop', on: true, setting });
  const lines = keepLines(atWork.desk, runners);
  await settled();
  expect(said).toEqual([]);
  expect(lineNow(folder).standing.now).toMatchObject({
    state: 'failed',
    because: expect.stringContaining('Update it.') as string,
  });
  await lines.stop();
});

test('what a line took and refused is counted; a hundred refusals are kept, without what was in them', async () => {
  const { reports, runners } = runner();
  const lineId = spillAdded(true);
  const lines = keepLines(atWork.desk, runners);
  await settled();
  const [report] = reports as [LineReport];
  report.took('new-call');
  report.took('update');
  report.took('known');
  report.took('known');
  for (let at = 0; at < 130; at += 1)
    report.refused({ from: `10.0.0.${at}`, bytes: at, reason: 'not-json' });
  expect(lineNow(lineId).standing).toMatchObject({
    newCalls: 1,
    updates: 1,
    known: 2,
    refused: 130,
    lastDelivery: '2026-03-03T18:00:00.000Z',
  });
  const { refusals } = atWork.do(atWork.as('Sam'), 'intake-line.all', {});
  expect(refusals).toHaveLength(100);
  expect(refusals[0]).toMatchObject({ from: '10.0.0.129', reason: 'not-json' });

  // Said late by a line that was stopped: its state is no longer its business.
  setSpill(lineId, false);
  await settled();
  await settled();
  report.failed('The cable is out.', null);
  expect(lineNow(lineId).standing.now).toEqual({ state: 'off' });
  await lines.stop();
});

test('attempts to get in stay on the line until a supervisor has seen them', () => {
  const lineId = lineAdded(atWork, { setting: LOOPBACK_LISTENER });
  const since = atWork.now().toISOString();
  atWork.desk.record(
    [{ type: 'intake-line.access-refused', lineId, attempts: 4, from: ['10.0.0.7'], since }],
    DESK_OPERATOR,
  );
  expect(lineNow(lineId).attempts).toMatchObject({ count: 4, from: ['10.0.0.7'] });
  atWork.do(atWork.as('Sam'), 'intake-line.see-attempts', { lineId });
  expect(lineNow(lineId).attempts).toBeNull();
});
