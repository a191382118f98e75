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
  theo,
  writtenDecision,
  type Told,
} from '../support/given.ts';
import {
  acceptTransfer,
  escalatePhone,
  resolvePhone,
  returnTransfer,
  startTransfer,
  takePhone,
} from '#shared/incident/decide-phone.ts';
import type { Incident, TransferTarget } from '#shared/incident/incident.ts';
import { needsDecision, phaseOf } from '#shared/incident/phase.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

const closed: Told = { type: 'incident.closed', incidentId, disposition: 'referred', note: '' };
const offered = decided(couldTalk);
const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], offered);
const started = (to: TransferTarget, operatorId: OperatorId | null): Told => {
  return { type: 'phone.transfer-started', incidentId, to, operatorId, from: cleo };
};
const toImani = fold([started('clinician', imani)], talking);
const to988 = fold([started('988', null)], talking);
const toDispatch = fold([started('dispatch', null)], talking);

test('a clinician takes an offered call and owns the incident', () => {
  const after = given(offered)
    .when((on) => takePhone(on, cleo))
    .then({ type: 'phone.taken', incidentId, clinician: cleo });
  expect(after).toMatchObject({ owner: cleo, phone: { state: 'with-clinician', clinician: cleo } });
  expect(phaseOf(after)).toBe('on-phone');
});

test('a call is taken once; taking it again is nothing', () => {
  given(talking)
    .when((on) => takePhone(on, cleo))
    .then();
  given(talking)
    .when((on) => takePhone(on, imani))
    .refused('not-offered', /not waiting for a clinician/);
});

test('nobody takes a call that was not offered, or of a closed incident', () => {
  given([])
    .when((on) => takePhone(on, cleo))
    .refused('not-offered', /Incident 7/);
  given(fold([closed], offered))
    .when((on) => takePhone(on, cleo))
    .refused('incident-closed', /closed/);
});

test.each<[string, (on: Incident) => ReturnType<typeof startTransfer>]>([
  ['transfers', (on) => startTransfer(on, '988', null, imani)],
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

test('a transfer is an offer: the call stays with the one it comes from', () => {
  const after = given(talking)
    .when((on) => startTransfer(on, 'clinician', imani, cleo))
    .then(started('clinician', imani));
  expect(after).toMatchObject({ owner: cleo, phone: { state: 'transferring', clinician: cleo } });
  expect(phaseOf(after)).toBe('on-phone');
  given(after)
    .when((on) => startTransfer(on, '988', null, cleo))
    .refused('not-with-you', /not with you/);
});

test('a transfer names a receiver who is somebody else', () => {
  given(talking)
    .when((on) => startTransfer(on, 'clinician', null, cleo))
    .refused('no-receiver', /Say which/);
  given(talking)
    .when((on) => startTransfer(on, 'clinician', cleo, cleo))
    .refused('receiver-is-you', /already with you/);
});

test.each([
  ['to a clinician', toImani, imani, imani, 'with-clinician'],
  ['to 988', to988, cleo, null, 'ended'],
  ['to dispatch', toDispatch, dana, dana, 'ended'],
] as const)(
  'a transfer %s is complete when the receiver accepts',
  (_to, from, by, receiver, state) => {
    const { to } = (from.phone as { transfer: { to: TransferTarget } }).transfer;
    const after = given(from)
      .when((on) => acceptTransfer(on, by))
      .then({ type: 'phone.transfer-accepted', incidentId, to, operatorId: receiver });
    expect(after.phone.state).toBe(state);
    expect(after.owner).toBe(receiver ?? cleo);
    expect(needsDecision(after), 'what came back to dispatch is decided again').toBe(
      to === 'dispatch',
    );
  },
);

test.each([
  ['to a clinician', toImani, [cleo, theo, dana]],
  ['to 988', to988, [imani, dana]],
  ['to dispatch', toDispatch, [cleo]],
] as const)('a transfer %s is accepted by nobody else', (_to, from, others) => {
  for (const by of others)
    given(from)
      .when((on) => acceptTransfer(on, by))
      .refused('not-the-receiver', /./);
});

test('without a transfer there is nothing to accept or return', () => {
  given(talking)
    .when((on) => acceptTransfer(on, imani))
    .refused('no-transfer', /not being transferred/);
  given(talking)
    .when((on) => returnTransfer(on, '', cleo))
    .refused('no-transfer', /not being transferred/);
});

test.each([cleo, imani, null])('returned by %s it is with its origin again, and says why', (by) => {
  const after = given(toImani)
    .when((on) => returnTransfer(on, ' Busy. ', by))
    .then({ type: 'phone.transfer-returned', incidentId, why: 'Busy.' });
  expect(after).toMatchObject({
    owner: cleo,
    bounces: 1,
    phone: { state: 'with-clinician', clinician: cleo },
  });
});

test('a transfer is returned by those it concerns', () => {
  given(toImani)
    .when((on) => returnTransfer(on, '', theo))
    .refused('not-the-receiver', /not yours/);
  given(to988)
    .when((on) => returnTransfer(on, '', dana))
    .refused('not-the-receiver', /not yours/);
  given(toDispatch)
    .when((on) => returnTransfer(on, '', dana))
    .then({
      type: 'phone.transfer-returned',
      incidentId,
      why: 'The receiver did not accept',
    });
});

test('it comes back once: a second transfer is refused with what to do instead', () => {
  const back = fold([{ type: 'phone.transfer-returned', incidentId, why: '' }], toImani);
  for (const to of ['988', 'dispatch', 'clinician'] as const)
    given(back)
      .when((on) => startTransfer(on, to, to === 'clinician' ? imani : null, cleo))
      .refused('bounced', /Stay on the line, or escalate/);
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
