import { expect, test } from 'vitest';
import {
  cleo,
  context,
  dana,
  fold,
  given,
  imani,
  incidentId,
  moved,
  theo,
} from '../support/given.ts';
import {
  LIFELINE,
  PARTNER,
  started,
  talking,
  TEAM,
  TRANSFER_STATES,
  wayTo,
} from '../support/transfer-states.ts';
import { askForTeam } from '#shared/phone/decide-outcome.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import {
  acceptTransfer,
  answerConsent,
  dropLine,
  introduce,
  logDial,
  packetReady,
  returnTransfer,
  startTransfer,
} from '#shared/phone/decide-transfer.ts';

const to988 = { to: '988', line: LIFELINE } as const;
const dial = { number: '988', result: 'answered', answeredBy: ' Kim ' } as const;

test('a closed incident has no transfer, and its numbers are not dialed for it', () => {
  const closed = fold(
    [{ type: 'incident.closed', incidentId, disposition: 'referred', note: '' }],
    talking,
  );
  expect(startTransfer(closed, to988, cleo)).toMatchObject({ refused: 'incident-closed' });
  expect(logDial(closed, dial, cleo)).toMatchObject({ refused: 'incident-closed' });
});

test.each(['consent', 'packet', 'dialing', 'three-way', 'introduced'] as const)(
  'at %s nobody but the clinician on the line records anything',
  (state) => {
    const on = TRANSFER_STATES[state];
    for (const by of [imani, dana, theo]) {
      const acts = [
        answerConsent(on, 'yes', 'caller', by),
        packetReady(on, by),
        introduce(on, 'Kim', by),
        acceptTransfer(on, true, by),
        returnTransfer(on, '', by),
        dropLine(on, 'caller', by),
      ];
      for (const outcome of acts)
        expect(outcome).toMatchObject({
          refused: expect.stringMatching(/^not-(with-you|the-receiver)$/),
        });
      // What somebody else dials is written down, and moves nothing.
      expect(logDial(on, dial, by)).toMatchObject([{ type: 'phone.dialed', line: null }]);
    }
  },
);

test('consent says who gave it, or that there was no time to ask', () => {
  const { consent } = wayTo('988', LIFELINE);
  expect(answerConsent(consent, 'yes', null, cleo)).toMatchObject({ refused: 'voice-needed' });
  expect(answerConsent(consent, 'no', null, cleo)).toMatchObject({ refused: 'voice-needed' });
  given(consent)
    .when((on) => answerConsent(on, 'yes', 'person', cleo))
    .then({
      type: 'phone.transfer-consented',
      incidentId,
      consent: { given: 'said-yes', by: 'person' },
    });
  given(consent)
    .when((on) => answerConsent(on, 'emergency', null, cleo))
    .then({ type: 'phone.transfer-consented', incidentId, consent: { given: 'emergency' } });
});

test('a refusal of the caller is kept: then there are dispatch and escalation', () => {
  const after = given(TRANSFER_STATES.consent)
    .when((on) => answerConsent(on, 'no', 'person', cleo))
    .then({ type: 'phone.transfer-refused', incidentId, by: 'person' });
  expect(after).toMatchObject({ consentRefused: { by: 'person' }, bounces: 0, cameBack: null });
  for (const receiver of [
    to988,
    { to: 'partner', line: PARTNER },
    { to: 'team', line: TEAM },
    { to: 'clinician', operatorId: imani },
  ] as const)
    given(after)
      .when((on) => startTransfer(on, receiver, cleo))
      .refused('consent-refused', /wants nobody else on the line/);
});

test('with another conversation the caller may be asked anew', () => {
  const again = fold(
    [{ type: 'phone.taken', incidentId, clinician: imani }],
    TRANSFER_STATES.refused,
  );
  expect(again.consentRefused).toBeNull();
});

test('an answer needs a name, and so does an introduction', () => {
  const nobody = { number: '988', result: 'answered', answeredBy: '  ' } as const;
  given(TRANSFER_STATES.dialing)
    .when((on) => logDial(on, nobody, cleo))
    .refused('name-needed', /who answered/);
  given(TRANSFER_STATES['three-way'])
    .when((on) => introduce(on, ' ', cleo))
    .refused('name-needed', /who you introduced/);
});

test('every attempt is kept with its number and what came of it', () => {
  given(TRANSFER_STATES.dialing)
    .when((on) => logDial(on, { ...dial, result: 'no-answer' }, cleo))
    .then({
      type: 'phone.dialed',
      incidentId,
      number: '988',
      line: '988',
      result: 'no-answer',
      answeredBy: null,
    });
  given(TRANSFER_STATES.dialing)
    .when((on) => logDial(on, dial, cleo))
    .then({
      type: 'phone.dialed',
      incidentId,
      number: '988',
      line: '988',
      result: 'answered',
      answeredBy: 'Kim',
    });
});

test('nobody is handed over before the packet was read back', () => {
  given(TRANSFER_STATES.introduced)
    .when((on) => acceptTransfer(on, false, cleo))
    .refused('read-back-needed', /Let Kim read the packet back/);
});

test.each([
  ['988', LIFELINE, 'closed', '988-accepted'],
  ['partner', PARTNER, 'closed', 'referred'],
  ['team', TEAM, 'wrap-up', undefined],
] as const)('accepted by %s the conversation ends as it should', (to, line, phase, disposition) => {
  const on = wayTo(to, line).introduced;
  const outcome = acceptTransfer(on, true, cleo);
  expect(outcome).toMatchObject([
    { type: 'phone.transfer-accepted', to, operatorId: null, receiver: 'Kim', readBack: true },
    ...(disposition === undefined ? [] : [{ type: 'incident.closed', disposition }]),
  ]);
  const after = fold(outcome as IncidentEvent[], on);
  expect(phaseOf(after)).toBe(phase);
  expect(after.joined).toEqual(
    to === 'team' ? [{ label: TEAM.label, receiver: 'Kim', at: expect.any(String) }] : [],
  );
});

test('somebody still out keeps the incident open after 988 accepted', () => {
  const out = fold([moved('P11', 'available', 'assigned')], TRANSFER_STATES.introduced);
  const after = given(out)
    .when((on) => acceptTransfer(on, true, cleo))
    .then({
      type: 'phone.transfer-accepted',
      incidentId,
      to: '988',
      operatorId: null,
      receiver: 'Kim',
      readBack: true,
    });
  expect(phaseOf(after)).toBe('responding');
});

test.each([
  ['consent', 0],
  ['packet', 0],
  ['dialing', 1],
  ['three-way', 1],
  ['introduced', 1],
] as const)(
  'at %s, too late is raised, and counts %i as a transfer that came back',
  (state, bounces) => {
    const after = given(TRANSFER_STATES[state] as Incident)
      .when((on) => returnTransfer(on, 'Too late', null))
      .then({ type: 'phone.transfer-returned', incidentId, why: 'Too late' });
    expect(after).toMatchObject({
      bounces,
      owner: cleo,
      cameBack: { from: '988', line: '988 lifeline', why: 'Too late' },
      phone: { state: 'with-clinician', clinician: cleo },
    });
  },
);

test('taken back before anybody was dialed, nothing has failed and it can be tried again', () => {
  const after = given(TRANSFER_STATES.packet)
    .when((on) => returnTransfer(on, ' ', cleo))
    .then({ type: 'phone.transfer-called-off', incidentId, why: 'Taken back' });
  expect(after).toMatchObject({ bounces: 0, cameBack: null });
  given(after)
    .when((on) => startTransfer(on, to988, cleo))
    .then(started('988', null, LIFELINE));
});

test('a caller who dropped out has bounced nowhere, and stands at the top', () => {
  const after = given(TRANSFER_STATES['three-way'])
    .when((on) => dropLine(on, 'caller', cleo))
    .then({ type: 'phone.transfer-dropped', incidentId, whose: 'caller' });
  expect(after).toMatchObject({
    bounces: 0,
    cameBack: { why: null },
    phone: { state: 'with-clinician', clinician: cleo },
  });
});

test('a receiver who dropped out is dialed again, with consent and packet as they are', () => {
  const after = fold(
    [{ type: 'phone.transfer-dropped', incidentId, whose: 'receiver' }],
    TRANSFER_STATES.introduced,
  );
  expect(after.phone).toMatchObject({
    transfer: {
      step: 'dialing',
      consent: { given: 'said-yes', by: 'caller' },
      packet: { preparedBy: dana },
      passed: [
        { step: 'consent' },
        { step: 'packet' },
        { step: 'dialing' },
        { step: 'three-way' },
        { step: 'introduced' },
      ],
    },
  });
});

test('escalating in the middle calls the transfer off first', () => {
  const events = askForTeam(
    TRANSFER_STATES.introduced,
    { know: '', stays: true },
    context({ by: cleo }),
  );
  expect(events).toMatchObject([
    { type: 'phone.transfer-called-off', why: 'Somebody has to go in person' },
    { type: 'incident.fact-answered', fact: 'in-person-need', answer: 'yes' },
    { type: 'phone.escalated', to: 'field', stays: true },
  ]);
});
