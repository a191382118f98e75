import { beforeEach, expect, test } from 'vitest';
import { closeAs, eligibleIncident, goes, passSeconds } from '../support/counted-shift.ts';
import { centerAtWork, accept, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { resolving } from '../support/phone-endings.ts';
import { offered } from '../support/topic-examples.ts';
import type { ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { KnownShare, OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const figures = (period: OutcomeFigures['period']): OutcomeFigures =>
  atWork.do(atWork.as('Sam'), 'outcomes.figures', { period });
const counts = ({ numerator, denominator, unknown }: KnownShare) => [
  numerator,
  denominator,
  unknown,
];
const safety = (figure: ShareFigure, period: OutcomeFigures['period']) =>
  counts(figures(period).safety.shares.find((each) => each.figure === figure)!.share);

const march = { from: '2026-03-01', to: '2026-03-31' };
const dana = () => atWork.as('Dana');

/** Decided for the clinician by phone, taken after so many seconds, and resolved. */
function byPhone(ani: string, wait = 30): void {
  const incidentId = offered(atWork, { ani });
  passSeconds(atWork, wait);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.do(cleo, 'phone.resolve', resolving(incidentId));
}

test('resolved by phone until the same number calls again', () => {
  byPhone('312-555-0101');
  byPhone('312-555-0102');
  byPhone('312-555-0103');
  // Nothing is over yet.
  expect(safety('phone-24-hours', march)).toEqual([0, 0, 3]);
  atWork.pass(2 * 24 * 60);
  expect(safety('phone-24-hours', march)).toEqual([3, 3, 0]);
  // The second calls after two days, from another writing of the same number.
  openedIncident(atWork, dana(), { ani: '+1 (312) 555-0102' });
  expect(safety('phone-24-hours', march)).toEqual([3, 3, 0]);
  expect(safety('phone-7-days', march)).toEqual([0, 1, 2]);
  atWork.pass(8 * 24 * 60);
  expect(safety('phone-7-days', march)).toEqual([2, 3, 0]);
  const clinician = figures(march).times.find(({ figure }) => figure === 'clinician');
  expect(clinician).toMatchObject({ n: 3, median: 30, unknown: 0 });
});

test('decisions by operator carry letters that stay, and no name', () => {
  for (let n = 0; n < 2; n += 1) {
    const incidentId = eligibleIncident(atWork, dana());
    accept(atWork, dana(), incidentId);
  }
  const theo = eligibleIncident(atWork, dana());
  atWork.do(atWork.as('Theo'), 'incident.decide', {
    incidentId: theo,
    seen: { level: 'L2', response: 'behavioral-health' },
    response: 'police-ems',
    reason: 'It sounded worse.',
    secondPerson: null,
  });
  const before = figures(march).safety.overridesByOperator;
  expect(before.map(({ all, up }) => [...counts(all), up.numerator])).toEqual([
    [0, 2, 0, 0],
    [1, 1, 0, 1],
  ]);
  expect(before.map(({ id }) => id)).toEqual([
    expect.stringMatching(/^[A-Z]{4}$/),
    expect.stringMatching(/^[A-Z]{4}$/),
  ]);
  const text = JSON.stringify(figures(march));
  for (const name of ['Dana', 'Theo', atWork.idOf('Dana'), atWork.idOf('Theo')])
    expect(text).not.toContain(`"${name}"`);
  accept(atWork, dana(), eligibleIncident(atWork, dana()));
  const after = figures(march).safety.overridesByOperator;
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('an open incident is in the figures at once', () => {
  const incidentId = eligibleIncident(atWork, dana());
  expect(figures(march).funnel).toMatchObject({ calls: 1, open: 1 });
  accept(atWork, dana(), incidentId);
  // Nobody is assigned yet, and it is open: whether it is captured is not known.
  expect(counts(figures(march).funnel.capture)).toEqual([0, 0, 1]);
  goes(atWork, incidentId, 'M1', 60);
  expect(counts(figures(march).funnel.capture)).toEqual([1, 1, 0]);
  closeAs(atWork, incidentId, 'services');
  expect(figures(march).funnel).toMatchObject({ calls: 1, open: 0 });
  expect(counts(figures(march).funnel.capture)).toEqual([1, 1, 0]);
});
