import { FUNNEL, type FunnelStep } from '#shared/outcomes/counted-call.ts';
import type { FunnelGroup, KnownShare, OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import { shareOf } from '#shared/statistics/share.ts';

export function known(numerator: number, denominator: number, unknown = 0): KnownShare {
  return { ...shareOf(numerator, denominator), unknown };
}

/** 1,000 calls of which each step keeps a round number. */
const CALLS: Readonly<Record<FunnelStep, number>> = {
  behavioral: 1000,
  screened: 800,
  eligible: 500,
  offered: 400,
  assigned: 300,
  arrived: 280,
  contact: 240,
  served: 200,
  linked: 20,
};

function group(id: string | null, label: string, eligible: number, captured: number): FunnelGroup {
  return { id, label, calls: 2 * eligible, steps: CALLS, capture: known(captured, eligible) };
}

export const FIGURES: OutcomeFigures = {
  period: { from: '2026-02-02', to: '2026-03-01' },
  counted: { console: 200, imported: 1000, since: '2025-06-01' },
  funnel: {
    calls: 1200,
    open: 7,
    steps: FUNNEL.map((step, at) => {
      const before = FUNNEL[at - 1];
      const share = known(CALLS[step], before === undefined ? 1200 : CALLS[before], at);
      return { step, calls: CALLS[step], share };
    }),
    detection: [{ figure: 'first-found-by-type', share: known(700, 1000) }],
    capture: known(300, 500, 4),
    byWeek: [
      group('2026-02-02', 'Week of 2026-02-02', 200, 110),
      group('2026-02-09', 'Week of 2026-02-09', 300, 190),
    ],
    byHourOfWeek: [group('34', 'Tuesday 10:00', 9, 4)],
    byArea: [group('uptown', 'Uptown', 480, 299), group(null, 'Outside all areas', 20, 1)],
    byCallType: [group('MHDIST', 'Mental-health disturbance', 500, 300)],
  },
  unserved: {
    unserved: known(200, 500),
    byReason: [
      { id: 'all-busy', label: 'No team was free', share: shareOf(150, 200) },
      { id: 'other', label: 'Something else', share: shareOf(0, 200) },
    ],
  },
  safety: {
    shares: [
      { figure: 'override', share: known(90, 1000, 12) },
      { figure: 'back-up', share: known(0, 0) },
    ],
    overridesByCallType: [
      {
        id: 'MHDIST',
        label: 'Mental-health disturbance',
        all: known(90, 1000),
        up: known(70, 1000),
        down: known(20, 1000),
      },
    ],
    overridesByOperator: [],
    harmfulOverrides: [
      {
        id: 'incident-9',
        number: '9',
        receivedLocal: '2026-02-14T10:05:00',
        callType: 'MHDIST',
        recommended: 'L3',
        decided: 'L2',
        highest: 'L4',
        because: ['higher-level', 'back-up'],
      },
    ],
    dispositions: [],
    avoidedTransfers: { value: null, missing: 'No comparable calls of before.' },
  },
  times: [
    {
      figure: 'answer',
      median: 8,
      p90: 19,
      n: 1190,
      unknown: 10,
      outOfOrder: 0,
      standards: [
        { seconds: 15, wanted: 0.9, source: 'NENA-STA-020.1', share: shareOf(1000, 1190) },
        { seconds: 20, wanted: 0.95, source: 'NENA-STA-020.1', share: shareOf(1160, 1190) },
      ],
    },
    { figure: 'travel', median: 750, p90: 4210, n: 280, unknown: 3, outOfOrder: 5, standards: [] },
    { figure: 'transfer', median: null, p90: null, n: 0, unknown: 0, outOfOrder: 0, standards: [] },
  ],
  equity: {
    lines: [
      {
        figure: 'capture',
        by: 'language',
        id: 'es',
        label: 'Spanish',
        group: known(40, 100),
        rest: known(260, 400),
        ratio: { value: 0.62, low: 0.48, high: 0.79 },
        enough: true,
        flagged: true,
      },
      {
        figure: 'capture',
        by: 'area',
        id: 'chatham',
        label: 'Chatham',
        group: known(4, 9),
        rest: known(296, 491),
        ratio: { value: 0.74, low: 0.3, high: 1.6 },
        enough: false,
        flagged: false,
      },
    ],
    missing: [{ what: 'Race', why: 'It is not asked here.' }],
  },
};
