import { expect, test } from 'vitest';
import {
  cleared,
  cleo,
  context,
  couldTalk,
  answered,
  decided,
  fold,
  given,
  incidentId,
  moved,
  START,
  type Told,
  unit,
} from '../support/given.ts';
import { closeIncident, holdIncident, releaseHold } from '#shared/incident/decide-close.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { DISPOSITION_CODES, DISPOSITIONS, dispositionLabel } from '#shared/incident/disposition.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { PHASE_LABELS, phaseOf } from '#shared/incident/phase.ts';

const TEAMS = [unit(), unit({ unitId: 'N1' as UnitId, teamType: 'co-response-north' })];
const BUSY = { code: 'all-busy', note: '' } as const;
const forATeam = decided([...cleared, answered('in-person-need', 'yes')]);
const close = (on: Incident) => closeIncident(on, 'services', ' Went home. ', null, TEAMS);
const closed: Told = {
  type: 'incident.closed',
  incidentId,
  disposition: 'services',
  note: 'Went home.',
};
const held: Told = {
  type: 'incident.held',
  incidentId,
  until: '2026-03-03T18:10:00.000Z',
  reason: 'Team is clearing.',
};
const hold = (minutes: number, reason: string) => (on: Incident) =>
  holdIncident(on, minutes, reason, context());

const visited = fold(
  [
    moved('M1', 'available', 'assigned'),
    moved('M1', 'assigned', 'on-scene'),
    moved('M1', 'on-scene', 'available'),
  ],
  forATeam,
);

test('a disposition that says somebody helped needs somebody who came', () => {
  given(forATeam)
    .when(close)
    .refused('nobody-came', /No unit has reached/);
  given(forATeam)
    .when((on) => closeIncident(on, 'no-contact', '', BUSY, TEAMS))
    .then(expect.objectContaining({ type: 'incident.unserved' }), {
      ...closed,
      disposition: 'no-contact',
      note: '',
    });
});

test('an incident with nobody left on it closes with a disposition and a note', () => {
  const after = given(visited).when(close).then(closed);
  expect(after.closed).toMatchObject({ disposition: 'services', note: 'Went home.', at: START });
  expect(phaseOf(after)).toBe('closed');
});

test('it closes once', () => {
  given(fold([closed], forATeam))
    .when(close)
    .refused('incident-closed', /closed/);
});

test.each<[string, Incident, RegExp]>([
  ['not-decided', fold([]), /no standing decision yet\. Decide first/],
  [
    'not-decided',
    fold(
      [{ type: 'incident.level-raised', incidentId, from: 'L2', to: 'L3', rules: [] }],
      forATeam,
    ),
    /Decide first/,
  ],
  [
    'units-out',
    fold([moved('M1', 'available', 'assigned'), moved('N1', 'available', 'assigned')], forATeam),
    /^M1, N1 still on incident 7\. Clear them first/,
  ],
  [
    'on-phone',
    fold([{ type: 'phone.taken', incidentId, clinician: cleo }], decided(couldTalk)),
    /clinician is on the phone/,
  ],
])('%s: it does not close yet', (code, incident, sentence) => {
  given(incident).when(close).refused(code, sentence);
});

test('a hold says until when and why', () => {
  const after = given(forATeam).when(hold(10, ' Team is clearing. ')).then(held);
  expect(after.hold).toMatchObject({
    until: '2026-03-03T18:10:00.000Z',
    expired: false,
    since: START,
  });
});

test('a hold needs a reason and an open incident', () => {
  given(forATeam)
    .when(hold(10, '  '))
    .refused('reason-needed', /Nothing was held/);
  given(fold([closed], forATeam))
    .when(hold(10, 'x'))
    .refused('incident-closed', /closed/);
});

test('a hold that has passed stays to be seen until somebody acts', () => {
  const passed = fold(
    [held, { type: 'incident.hold-ended', incidentId, why: 'expired' }],
    forATeam,
  );
  expect(passed.hold).toMatchObject({ expired: true });
  const after = given(passed)
    .when(releaseHold)
    .then({ type: 'incident.hold-ended', incidentId, why: 'released' });
  expect(after.hold).toBeNull();
  expect(fold([held], passed).hold).toMatchObject({ expired: false });
});

test('releasing what is not held is nothing', () => {
  given(forATeam).when(releaseHold).then();
});

test('closing ends the hold', () => {
  expect(fold([held, closed], forATeam).hold).toBeNull();
});

test('every disposition and every phase has words of its own', () => {
  expect(new Set(DISPOSITION_CODES).size).toBe(DISPOSITIONS.length);
  expect(new Set(DISPOSITIONS.map(({ code }) => dispositionLabel(code))).size).toBe(
    DISPOSITIONS.length,
  );
  expect(new Set(Object.values(PHASE_LABELS)).size).toBe(7);
});
