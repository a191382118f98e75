import { describe, expect, test } from 'vitest';
import { imported, upTo, type Told } from '../support/counted-history.ts';
import { centerAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { desk, importFolder } from '../import/import-folder.ts';
import { ucpdFile, ucpdRow } from '../import/invented-exports.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { PublicReport } from '#shared/outcomes/public-report.ts';
import type { OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import type { CessaPart } from '#shared/outcomes/cessa-counts.ts';

type Report = Omit<OutcomeFigures, 'period'> & {
  readonly calls: number;
  readonly missing: readonly { readonly what: string }[];
  readonly cessa: CessaPart;
};

const may = ['--from', '2024-05-01', '--to', '2024-05-31'];

/** A folder of a center with imported history. */
function historyOf(calls: readonly Told[]): string {
  const atWork = centerAtWork();
  imported(atWork, calls);
  atWork.desk.close();
  return atWork.folder;
}

async function report(folder: string, ...more: string[]): Promise<Report> {
  const ran = await desk('report', '--data', folder, ...may, ...more);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out) as Report;
}

describe('arguments that cannot be used end with 2 and print nothing', () => {
  const folder = temporaryFolder();
  test.each<[string[], string]>([
    [['--data', folder], '--from is missing'],
    [['--data', folder, '--from', '2024-05-01'], '--to is missing'],
    [['--from', '2024-05-01', '--to', '2024-05-31'], '--data is missing'],
    [['--data', folder, ...may], 'holds no CareDesk journal'],
    [['--data', '/no/such/folder', ...may], '/no/such/folder holds no CareDesk journal'],
    [['--data', folder, '--from', 'May', '--to', '2024-05-31'], 'Give a day like 2026-03-08'],
    [['--data', folder, '--from', '2024-02-30', '--to', '2024-05-31'], 'Give a day like'],
    [
      ['--data', folder, '--from', '2024-06-01', '--to', '2024-05-31'],
      'The first day has to be before the last',
    ],
    [['--data', folder, ...may, '--publik'], "Unknown option '--publik'"],
    [['--data', folder, ...may, '--public', 'yes'], '"yes" is one argument too many'],
  ])('%j', async (args, why) => {
    const ran = await desk('report', ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(why);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });
});

test('a folder in which nothing ever happened: no value anywhere, and why', async () => {
  const folder = temporaryFolder();
  openDesk({ folder, mode: 'live', position: 'test' }).close();
  const empty = await report(folder);
  expect(empty).toMatchObject({ calls: 0, from: '2024-05-01', to: '2024-05-31' });
  expect(empty.missing[0]).toEqual({
    what: 'Every figure',
    why: 'No call was received in these days.',
  });
  for (const { share } of [...empty.funnel.steps, ...empty.safety.shares])
    expect(share).toMatchObject({ value: null, low: null, high: null, denominator: 0 });
  for (const time of empty.times) expect(time).toMatchObject({ n: 0, median: null, p90: null });
  expect(empty.equity.lines).toEqual([]);
  expect(empty.cessa.quarters).toMatchObject([{ quarter: '2024-Q2', calls: 0, complete: true }]);
  await report(folder, '--public');
});

test('the document has every part, and reading it changes nothing', async () => {
  const folder = historyOf([{ receivedLocal: '2024-05-06T09:00:00', steps: upTo('served') }]);
  const one = await report(folder);
  expect(Object.keys(one)).toEqual(
    expect.arrayContaining([
      'from',
      'to',
      'calls',
      'missing',
      'funnel',
      'unserved',
      'safety',
      'times',
      'equity',
      'repeat',
      'cost',
      'cessa',
    ]),
  );
  expect(one.calls).toBe(1);
  expect(await report(folder)).toEqual(one);
});

/** Ninety calls: 60 of Uptown, of which 45 were captured; 25 of Chatham, of which 3; 5 of Lakeview, all. */
const NINETY: readonly Told[] = (
  [
    ['uptown', 60, 45],
    ['chatham', 25, 3],
    ['lakeview', 5, 5],
  ] as const
).flatMap(([areaId, calls, captured]) =>
  Array.from({ length: calls }, (_, at): Told => {
    const served = at < captured;
    return {
      receivedLocal: `2024-05-${String(6 + (at % 20)).padStart(2, '0')}T10:00:00`,
      areaId,
      steps: upTo(served ? 'served' : 'offered'),
      disposition: served ? 'services' : 'no-contact',
      ...(served ? {} : { unserved: at % 2 === 0 ? 'all-busy' : 'out-of-hours' }),
      policeOnScene: !served,
      decidedLevel: 'L2',
      response: served ? 'behavioral-health' : 'police',
      elapsed: { answered: 10, ...(served ? { dispatched: 60, arrived: 600 + 10 * at } : {}) },
    } satisfies Told;
  }),
);

test('the CESSA counts of a quarter add up to its calls', async () => {
  const { cessa } = await report(historyOf(NINETY));
  const [quarter] = cessa.quarters;
  expect(quarter).toMatchObject({ quarter: '2024-Q2', from: '2024-04-01', to: '2024-06-30' });
  expect(quarter).toMatchObject({ calls: 90, petitions: null });
  for (const list of ['byLevel', 'byResponse', 'byDisposition', 'byTransport'] as const)
    expect(
      quarter![list].reduce((sum, { calls }) => sum + calls, 0),
      list,
    ).toBe(90);
  // 15 of Uptown and 22 of Chatham were unserved, all for want of a team, and police came to all of them.
  expect(quarter!.unavailable).toMatchObject({
    code: 'CESSA-unavailable',
    calls: 37,
    police: { numerator: 37, denominator: 37 },
  });
  expect(quarter!.police).toMatchObject({ numerator: 37, denominator: 90 });
  // 53 were sent, the slowest of Uptown after 600 + 440 s.
  expect(quarter!.maximumTime).toMatchObject({
    minutes: 60,
    within: { numerator: 53, denominator: 53, unknown: 0 },
    longestSeconds: 1040,
  });
});

test('for everybody: nothing below eleven, no call, no operator, and no sum that gives one away', async () => {
  const folder = historyOf(NINETY);
  const shown = (await report(folder, '--public')) as unknown as PublicReport;
  const text = JSON.stringify(shown);
  for (const hidden of ['told/', 'T-1', 'Operator', 'harmful', 'receivedLocal', 'byHourOfWeek'])
    expect(text).not.toContain(hidden);
  const calls = new Map(shown.funnel.steps.map((step) => [step.step, step.calls]));
  expect(calls.get('behavioral')).toBe(90);
  // All ninety were screened and eligible: that none fell away is as small a count as any.
  expect([calls.get('screened'), calls.get('eligible')]).toEqual(['withheld', 'withheld']);
  expect(calls.get('assigned')).toBe(53);
  // The eligible are withheld, so nothing may stand beside the captured that adds up to them.
  expect(shown.funnel.byArea).toEqual([]);
  expect(shown.funnel.capture.value).toBeNull();
  const small = /"(?:numerator|denominator|calls|eligible|captured|notCaptured|n)":(?:\d|10)[,}]/;
  expect(text).not.toMatch(small);
  expect(shown.times.find(({ figure }) => figure === 'answer')).toMatchObject({
    n: 90,
    median: 10,
  });
});

test('imported history without a center is counted as the shipped policy names its types', async () => {
  const { data, put } = importFolder();
  const file = put(ucpdFile(ucpdRow()));
  const read = JSON.parse((await desk('import', file, '--data', data)).out) as ImportReport;
  const day = (read.received?.from ?? '').slice(0, 10);
  const ran = await desk('report', '--data', data, '--from', day, '--to', day);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(ran.out)).toMatchObject({ calls: 1, funnel: { calls: 1, open: 0 } });
});

test('where the eligible may be told, groups are told as far as they hide each other', async () => {
  const screened = Array.from({ length: 20 }, (): Told => {
    return { receivedLocal: '2024-05-06T10:00:00', steps: { screened: false } };
  });
  const ineligible = Array.from({ length: 30 }, (): Told => {
    return { receivedLocal: '2024-05-06T10:00:00', areaId: 'uptown', steps: upTo('screened') };
  });
  const folder = historyOf([...NINETY, ...screened, ...ineligible]);
  const { funnel } = (await report(folder, '--public')) as unknown as PublicReport;
  expect(funnel.steps.slice(0, 4).map(({ calls }) => calls)).toEqual([140, 120, 90, 53]);
  expect(funnel.capture).toMatchObject({ numerator: 53, denominator: 90 });
  const areas = new Map(funnel.byArea.map((area) => [area.id, area]));
  // 3 captured of Chatham, and 5 and 0 of Lakeview.
  expect(areas.get('chatham')).toMatchObject({ captured: '<11' });
  expect(areas.get('lakeview')).toMatchObject({ captured: '<11', notCaptured: '<11' });
});
