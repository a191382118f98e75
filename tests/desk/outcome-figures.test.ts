import { beforeEach, describe, expect, test } from 'vitest';
import { imported, upTo, type Told } from '../support/counted-history.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { KnownShare, OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';

const period = { from: '2024-05-06', to: '2024-05-19' };

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const figures = (days = period): OutcomeFigures =>
  atWork.do(atWork.as('Sam'), 'outcomes.figures', { period: days });
const behind = (asked: Partial<Input<'outcomes.calls'>>) =>
  atWork.do(atWork.as('Sam'), 'outcomes.calls', {
    period,
    figure: 'capture',
    side: 'numerator',
    cell: null,
    page: 0,
    ...asked,
  });
const counts = ({ numerator, denominator, unknown }: KnownShare) => [
  numerator,
  denominator,
  unknown,
];
const safety = (figure: ShareFigure, days = period) =>
  counts(figures(days).safety.shares.find((each) => each.figure === figure)!.share);

/**
 * Ten calls of two weeks. 2024-05-06 was a Monday.
 *
 *     1  Mon 6  09:10  uptown    served, 600 s to the scene
 *     2  Mon 6  09:50  uptown    contact, refused
 *     3  Tue 7  14:00  uptown    arrived, nobody found
 *     4  Wed 8  14:00  chatham   eligible, nobody free
 *     5  Thu 9  14:00  chatham   eligible, out of hours
 *     6  Mon 13 09:30  chatham   screened, not eligible: L4
 *     7  Mon 13 10:00  (none)    not screened
 *     8  Tue 14 23:59  uptown    of type OTHER: not behavioral
 *     9  Sun 19 23:00  (none)    of type WELBNG: its type cannot tell, nothing else is told
 *    10  Mon 20 00:00            the day after the period
 */
const TEN: readonly Told[] = [
  {
    receivedLocal: '2024-05-06T09:10:00',
    areaId: 'uptown',
    steps: upTo('served'),
    elapsed: {
      answered: 10,
      decided: 40,
      dispatched: 60,
      'en-route': 180,
      arrived: 600,
      cleared: 3600,
    },
    disposition: 'services',
    policeOnScene: false,
    dangerFound: false,
    decidedLevel: 'L2',
    recommendedLevel: 'L2',
    highestLevel: 'L2',
    direction: 'same',
    overridden: false,
  },
  {
    receivedLocal: '2024-05-06T09:50:00',
    areaId: 'uptown',
    steps: upTo('contact'),
    elapsed: { answered: 16, decided: 60, dispatched: 100, 'en-route': 90, arrived: 1300 },
    outOfOrder: ['en-route'],
    disposition: 'refused',
    policeOnScene: true,
    dangerFound: true,
    backUp: true,
    decidedLevel: 'L2',
    recommendedLevel: 'L3',
    highestLevel: 'L4',
    direction: 'down',
    overridden: true,
  },
  {
    receivedLocal: '2024-05-07T14:00:00',
    areaId: 'uptown',
    steps: upTo('arrived'),
    elapsed: { answered: 20, arrived: 4000 },
    disposition: 'no-contact',
    policeOnScene: false,
    backUp: false,
    dangerFound: false,
    decidedLevel: 'L3',
    recommendedLevel: 'L2',
    highestLevel: 'L3',
    direction: 'up',
    overridden: true,
  },
  {
    receivedLocal: '2024-05-08T14:00:00',
    areaId: 'chatham',
    steps: upTo('offered'),
    unserved: 'all-busy',
    policeOnScene: true,
  },
  {
    receivedLocal: '2024-05-09T14:00:00',
    areaId: 'chatham',
    steps: upTo('eligible'),
    unserved: 'out-of-hours',
  },
  {
    receivedLocal: '2024-05-13T09:30:00',
    areaId: 'chatham',
    steps: upTo('screened'),
    decidedLevel: 'L4',
    highestLevel: 'L4',
    dangerFound: true,
    direction: 'same',
    overridden: false,
  },
  { receivedLocal: '2024-05-13T10:00:00', steps: { screened: false } },
  { receivedLocal: '2024-05-14T23:59:59', areaId: 'uptown', callType: 'OTHER' },
  { receivedLocal: '2024-05-19T23:00:00', callType: 'WELBNG' },
  { receivedLocal: '2024-05-20T00:00:00', steps: upTo('served') },
];

describe('ten calls counted by hand', () => {
  beforeEach(() => imported(atWork, TEN));

  test('the funnel: each step of those that got to the step before', () => {
    const { funnel } = figures();
    expect([funnel.calls, funnel.open]).toEqual([9, 0]);
    expect(funnel.steps.map(({ step, share }) => [step, ...counts(share)])).toEqual([
      // Nine in the period; number 8 is not one, of number 9 it cannot be told.
      ['behavioral', 7, 8, 1],
      // Of 1 to 7, only number 7 was not screened.
      ['screened', 6, 7, 0],
      ['eligible', 5, 6, 0],
      // Number 5 came outside the hours.
      ['offered', 4, 5, 0],
      ['assigned', 3, 4, 0],
      ['arrived', 3, 3, 0],
      ['contact', 2, 3, 0],
      ['served', 1, 2, 0],
      // Nothing is told of it beyond being served.
      ['linked', 0, 1, 0],
    ]);
    // Of the five eligible ones three got somebody.
    expect(counts(funnel.capture)).toEqual([3, 5, 0]);
    expect(funnel.detection.map(({ share }) => counts(share))).toEqual([
      [7, 7, 0],
      [0, 7, 0],
      [0, 7, 0],
    ]);
  });

  test('by week, by hour of the week, by area and by type', () => {
    const { funnel } = figures();
    expect(funnel.byWeek.map(({ id, calls, capture }) => [id, calls, ...counts(capture)])).toEqual([
      ['2024-05-06', 5, 3, 5, 0],
      ['2024-05-13', 4, 0, 0, 0],
    ]);
    expect(funnel.byHourOfWeek).toHaveLength(168);
    const busy = funnel.byHourOfWeek.filter(({ calls }) => calls > 0);
    expect(busy.map(({ label, calls }) => [label, calls])).toEqual([
      ['Mon 09:00', 3],
      ['Mon 10:00', 1],
      ['Tue 14:00', 1],
      ['Tue 23:00', 1],
      ['Wed 14:00', 1],
      ['Thu 14:00', 1],
      ['Sun 23:00', 1],
    ]);
    expect(
      funnel.byArea.map(({ label, calls, capture }) => [label, calls, ...counts(capture)]),
    ).toEqual([
      ['Uptown', 4, 3, 3, 0],
      ['Chatham', 3, 0, 2, 0],
      ['Outside all areas', 2, 0, 0, 0],
    ]);
    expect(funnel.byCallType.map(({ id, calls, steps }) => [id, calls, steps.behavioral])).toEqual([
      ['MHDIST', 7, 7],
      ['WELBNG', 1, 0],
      ['OTHER', 1, 0],
    ]);
  });

  test('who was eligible and got nobody, by why', () => {
    const { unserved } = figures();
    expect(counts(unserved.unserved)).toEqual([2, 5, 0]);
    const some = unserved.byReason.filter(({ share }) => share.numerator > 0);
    expect(some.map(({ id, share }) => [id, share.numerator, share.denominator])).toEqual([
      ['out-of-hours', 1, 2],
      ['all-busy', 1, 2],
    ]);
  });

  test('overrides, back-up, upgrades, under- and over-triage', () => {
    // Decided: 1, 2, 3 and 6. Overridden: 2 down, 3 up.
    expect(safety('override')).toEqual([2, 4, 0]);
    expect(safety('override-up')).toEqual([1, 4, 0]);
    expect(safety('override-down')).toEqual([1, 4, 0]);
    expect(safety('override-same')).toEqual([0, 4, 0]);
    // Number 2 went down and later needed L4.
    expect(safety('harmful-override')).toEqual([1, 1, 0]);
    expect(figures().safety.harmfulOverrides).toEqual([
      {
        id: 'told/2',
        number: 'T-2',
        receivedLocal: '2024-05-06T09:50:00',
        callType: 'MHDIST',
        recommended: 'L3',
        decided: 'L2',
        highest: 'L4',
        because: ['higher-level', 'danger-found', 'back-up'],
      },
    ]);
    // Arrived: 1 (nothing told of back-up), 2 (yes), 3 (no).
    expect(safety('back-up')).toEqual([1, 2, 1]);
    expect(safety('upgrade')).toEqual([1, 4, 0]);
    // At L2 or below: 1 and 2, of which 2 needed L4.
    expect(safety('under-triage')).toEqual([1, 2, 0]);
    // At L3 or L4: 3 without danger, 6 with.
    expect(safety('over-triage')).toEqual([1, 2, 0]);
    // Eligible: 1 and 3 without police, 2 and 4 with, of 5 nothing is told.
    expect(safety('non-police')).toEqual([2, 4, 1]);
    expect(safety('no-contact')).toEqual([1, 3, 0]);
    expect(safety('hospital-transfer')).toEqual([0, 2, 0]);
    const mix = figures().safety.dispositions;
    expect(mix.map(({ id, share }) => [id, share.numerator, share.denominator])).toEqual([
      ['no-contact', 1, 3],
      ['refused', 1, 3],
      ['services', 1, 3],
      ['services-transport', 0, 3],
      ['services-transfer', 0, 3],
    ]);
    expect(figures().safety.avoidedTransfers).toMatchObject({
      value: null,
      missing: expect.stringContaining('30 calls before'),
    });
  });

  test('times: what was measured, what is not known, and what is out of order', () => {
    const times = new Map(figures().times.map((time) => [time.figure, time]));
    // 10, 16 and 20 s; of the six others of the period nothing is told.
    expect(times.get('answer')).toMatchObject({
      n: 3,
      median: 16,
      p90: 20,
      unknown: 6,
      outOfOrder: 0,
    });
    const within = times.get('answer')!.standards.map(({ seconds, share }) => {
      return [seconds, share.numerator, share.denominator];
    });
    expect(within).toEqual([
      [15, 1, 3],
      [20, 3, 3],
    ]);
    // 60 − 10 and 100 − 16.
    expect(times.get('first-unit')).toMatchObject({ n: 2, median: 50, p90: 84, unknown: 7 });
    // Number 2 set out before it was sent: in neither turnout nor travel, and counted so.
    expect(times.get('turnout')).toMatchObject({ n: 1, median: 120, outOfOrder: 1 });
    expect(times.get('travel')).toMatchObject({ n: 1, median: 420, outOfOrder: 1 });
    expect(times.get('response')).toMatchObject({ n: 3, median: 1300, p90: 4000, outOfOrder: 0 });
    expect(times.get('scene')).toMatchObject({ n: 1, median: 3000 });
    expect(times.get('clear')).toMatchObject({ n: 1, median: 3600 });
  });

  test('the calls behind a figure, by its side and cell', () => {
    const numbers = (asked: Partial<Input<'outcomes.calls'>>) =>
      behind(asked).calls.map(({ number }) => number);
    expect(numbers({})).toEqual(['T-3', 'T-2', 'T-1']);
    expect(numbers({ side: 'denominator' })).toEqual(['T-5', 'T-4', 'T-3', 'T-2', 'T-1']);
    expect(numbers({ side: 'denominator', cell: { by: 'area', id: 'chatham' } })).toEqual([
      'T-5',
      'T-4',
    ]);
    expect(
      numbers({ figure: 'screened', side: 'denominator', cell: { by: 'area', id: null } }),
    ).toEqual(['T-7']);
    expect(numbers({ figure: 'behavioral', side: 'unknown' })).toEqual(['T-9']);
    expect(numbers({ figure: 'behavioral', cell: { by: 'hour', id: '9' } })).toEqual([
      'T-6',
      'T-2',
      'T-1',
    ]);
    // The longest first.
    expect(behind({ figure: 'response', side: 'denominator' }).calls).toMatchObject([
      { number: 'T-3', seconds: 4000 },
      { number: 'T-2', seconds: 1300 },
      { number: 'T-1', seconds: 600, area: 'Uptown', callType: 'Mental-health disturbance' },
    ]);
    expect(behind({ page: 1 })).toMatchObject({ total: 3, calls: [] });
  });

  test('every figure finds as many calls behind it as it counts', () => {
    const all = figures();
    const shares = [
      ...all.funnel.steps.map(({ step, share }) => ({ figure: step, share })),
      ...all.safety.shares,
    ];
    for (const { figure, share } of shares)
      for (const side of ['numerator', 'denominator', 'unknown'] as const)
        expect(behind({ figure, side }).total, `${figure} ${side}`).toBe(share[side]);
    for (const { figure, n, unknown } of all.times) {
      expect(behind({ figure, side: 'denominator' }).total, figure).toBe(n);
      expect(behind({ figure, side: 'unknown' }).total, figure).toBe(unknown);
    }
  });
});

test('equity: each group against the rest, flagged below 0.8, and silent below 30', () => {
  const calls = (areaId: string, n: number, captured: number): Told[] =>
    Array.from({ length: n }, (_, at) => ({
      receivedLocal: '2024-05-06T09:00:00',
      areaId,
      steps: upTo(at < captured ? 'assigned' : 'eligible'),
    }));
  // 18 of 60 against 30 of 40 + 5 of 10; 30 of 40 against 18 of 60 + 5 of 10; 5 of 10 is too few.
  imported(atWork, [
    ...calls('chatham', 60, 18),
    ...calls('uptown', 40, 30),
    ...calls('lakeview', 10, 5),
  ]);
  const { lines, missing } = figures().equity;
  const capture = lines.filter(({ figure, by }) => figure === 'capture' && by === 'area');
  const line = (id: string) => capture.find((each) => each.id === id)!;
  expect(line('chatham')).toMatchObject({ enough: true, flagged: true, label: 'Chatham' });
  expect(line('chatham').ratio?.value).toBeCloseTo(18 / 60 / (35 / 50), 12);
  expect(line('uptown')).toMatchObject({ enough: true, flagged: false });
  expect(line('lakeview')).toMatchObject({ enough: false, flagged: false });
  expect(missing.map(({ what }) => what)).toContain('Languages');
});

test('only a supervisor sees the figures and the calls behind them', () => {
  for (const name of ['Dana', 'Cleo', 'Pat', 'Ada']) {
    const session = atWork.as(name);
    expect(atWork.desk.answer('outcomes.figures', { period }, session)).toMatchObject({
      ok: false,
    });
    const asked = { period, figure: 'capture', side: 'numerator', cell: null, page: 0 };
    expect(atWork.desk.answer('outcomes.calls', asked, session)).toMatchObject({ ok: false });
  }
});
