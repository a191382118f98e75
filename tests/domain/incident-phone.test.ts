import { expect, test } from 'vitest';
import {
  cleo,
  context,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  imani,
  incidentId,
  moved,
  writtenDecision,
  type Told,
} from '../support/given.ts';
import { NAMING } from '../support/phone-staff.ts';
import { escalatePhone, resolvePhone } from '#shared/incident/decide-phone.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import { takePhone } from '#shared/phone/decide-offer.ts';

const closed: Told = { type: 'incident.closed', incidentId, disposition: 'referred', note: '' };
const offered = decided(couldTalk);
const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], offered);
test('a clinician takes an offered call and owns the incident', () => {
  const after = given(offered)
    .when((on) => takePhone(on, cleo, NAMING))
    .then({ type: 'phone.taken', incidentId, clinician: cleo });
  expect(after).toMatchObject({ owner: cleo, phone: { state: 'with-clinician', clinician: cleo } });
  expect(phaseOf(after)).toBe('on-phone');
});

test('a call is taken once; taking it again is nothing', () => {
  given(talking)
    .when((on) => takePhone(on, cleo, NAMING))
    .then();
  given(talking)
    .when((on) => takePhone(on, imani, NAMING))
    .refused('taken', /cleo has had the call of incident 7 since/);
});

test('nobody takes a call that was not offered, or of a closed incident', () => {
  given([])
    .when((on) => takePhone(on, cleo, NAMING))
    .refused('not-offered', /Incident 7/);
  given(fold([closed], offered))
    .when((on) => takePhone(on, cleo, NAMING))
    .refused('incident-closed', /closed/);
});

test.each<[string, (on: Incident) => ReturnType<typeof takePhone>]>([
  ['escalates', (on) => escalatePhone(on, 'field', '', context({ by: imani }))],
  ['resolves', (on) => resolvePhone(on, 'referred', '', imani)],
])('nobody but the clinician on the line %s', (_what, act) => {
  given(talking)
    .when(act)
    .refused('not-with-you', /is not with you/);
  given(offered)
    .when(act)
    .refused('not-with-you', /is not with you/);
  given(fold([closed], talking))
    .when(act)
    .refused('incident-closed', /closed/);
});

test('escalating to a team answers the need and comes back to be decided', () => {
  const after = given(talking)
    .when((on) => escalatePhone(on, 'field', ' Alone with a child. ', context({ by: cleo })))
    .then(
      {
        type: 'incident.fact-answered',
        incidentId,
        fact: 'in-person-need',
        answer: 'yes',
        informant: 'responder',
      },
      { type: 'phone.escalated', incidentId, to: 'field', reason: 'Alone with a child.' },
    );
  expect(after).toMatchObject({
    owner: dana,
    returned: 'Alone with a child.',
    phone: { state: 'ended' },
  });
  expect(phaseOf(after)).toBe('intake');
});

test('escalating needs no reason: a silent one says who asks', () => {
  given(talking)
    .when((on) => escalatePhone(on, 'police-ems', ' ', context({ by: cleo })))
    .then({
      type: 'phone.escalated',
      incidentId,
      to: 'police-ems',
      reason: 'The clinician asks for somebody in person',
    });
});

test('resolving ends the call, keeps the words clinical and closes the incident', () => {
  const after = given(talking)
    .when((on) => resolvePhone(on, 'resolved-by-phone', ' Calm. ', cleo))
    .then(
      { type: 'incident.note-added', incidentId, kind: 'clinical', text: 'Calm.' },
      { type: 'phone.resolved', incidentId, outcome: 'resolved-by-phone' },
      { type: 'incident.closed', incidentId, disposition: 'resolved-by-phone', note: '' },
    );
  expect(phaseOf(after)).toBe('closed');
});

test('resolving with a unit still out ends only the call', () => {
  const out = fold([moved('P11', 'available', 'assigned')], talking);
  const after = given(out)
    .when((on) => resolvePhone(on, 'referred', '', cleo))
    .then({ type: 'phone.resolved', incidentId, outcome: 'referred' });
  expect(phaseOf(after)).toBe('responding');
});

test.each<[string, Told]>([
  [
    'the level was raised',
    { type: 'incident.level-raised', incidentId, from: 'L1', to: 'L4', rules: ['L4-WEAPON'] },
  ],
  ['police were called and nobody has come', { ...decidedForPolice() }],
])('a call cannot close an incident after %s', (_what, event) => {
  const incident = fold([event], talking);
  const outcome = resolvePhone(incident, 'resolved-by-phone', '', cleo);
  const after = 'refused' in outcome ? incident : fold(outcome, incident);
  expect(after.closed).toBeNull();
});

function decidedForPolice(): Told {
  const decision = writtenDecision(couldTalk, { response: 'police-ems' });
  return {
    type: 'incident.response-decided',
    incidentId,
    decision: { ...decision, how: 'upgraded' },
  };
}
