import { expect, test } from 'vitest';
import { cleo, dana, fold, given, imani, incidentId, theo } from '../support/given.ts';
import { started, talking, TRANSFER_STATES } from '../support/transfer-states.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { needsDecision, phaseOf } from '#shared/incident/phase.ts';
import { acceptTransfer, returnTransfer, startTransfer } from '#shared/phone/decide-transfer.ts';

const toImani: Incident = TRANSFER_STATES['offered to a clinician'];
const toDispatch: Incident = TRANSFER_STATES['offered to dispatch'];

test('a transfer is an offer: the call stays with the one it comes from', () => {
  const after = given(talking)
    .when((on) => startTransfer(on, { to: 'clinician', operatorId: imani }, cleo))
    .then(started('clinician', imani, null));
  expect(after).toMatchObject({ owner: cleo, phone: { state: 'transferring', clinician: cleo } });
  expect(phaseOf(after)).toBe('on-phone');
  given(after)
    .when((on) => startTransfer(on, { to: 'dispatch' }, cleo))
    .refused('already-transferring', /being transferred to another clinician/);
});

test('a transfer goes to somebody else', () => {
  given(talking)
    .when((on) => startTransfer(on, { to: 'clinician', operatorId: cleo }, cleo))
    .refused('receiver-is-you', /already with you/);
});

test.each([
  ['to a clinician', toImani, imani, 'with-clinician'],
  ['to dispatch', toDispatch, dana, 'ended'],
] as const)('a transfer %s is complete when the receiver accepts', (_to, from, by, state) => {
  const { to } = (from.phone as Extract<Incident['phone'], { state: 'transferring' }>).transfer;
  const after = given(from)
    .when((on) => acceptTransfer(on, false, by))
    .then({
      type: 'phone.transfer-accepted',
      incidentId,
      to,
      operatorId: by,
      receiver: null,
      readBack: false,
    });
  expect(after.phone.state).toBe(state);
  expect(after.owner).toBe(by);
  expect(needsDecision(after), 'what came back to dispatch is decided again').toBe(
    to === 'dispatch',
  );
});

test.each([
  ['to a clinician', toImani, [cleo, theo, dana]],
  ['to dispatch', toDispatch, [cleo]],
] as const)('a transfer %s is accepted by nobody else', (_to, from, others) => {
  for (const by of others)
    given(from)
      .when((on) => acceptTransfer(on, true, by))
      .refused('not-the-receiver', /./);
});

test.each([cleo, imani, null])('returned by %s it is with its origin again, and says why', (by) => {
  const after = given(toImani)
    .when((on) => returnTransfer(on, ' Busy. ', by))
    .then({ type: 'phone.transfer-returned', incidentId, why: 'Busy.' });
  expect(after).toMatchObject({
    owner: cleo,
    bounces: 1,
    cameBack: { from: 'clinician', line: null, why: 'Busy.' },
    phone: { state: 'with-clinician', clinician: cleo },
  });
});

test('a transfer is returned by those it concerns', () => {
  given(toImani)
    .when((on) => returnTransfer(on, '', theo))
    .refused('not-the-receiver', /not yours/);
  given(toDispatch)
    .when((on) => returnTransfer(on, '', dana))
    .then({ type: 'phone.transfer-returned', incidentId, why: 'The receiver did not accept' });
});

test('it comes back once: a second transfer is refused with what to do instead', () => {
  const back = fold([{ type: 'phone.transfer-returned', incidentId, why: '' }], toImani);
  for (const receiver of [{ to: 'dispatch' }, { to: 'clinician', operatorId: imani }] as const)
    given(back)
      .when((on) => startTransfer(on, receiver, cleo))
      .refused('bounced', /Stay on the line, or escalate/);
});
