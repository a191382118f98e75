import { expect, test } from 'vitest';
import {
  cleo,
  couldTalk,
  decided,
  fold,
  given,
  imani,
  incidentId,
  type Told,
} from '../support/given.ts';
import { NAMING } from '../support/phone-staff.ts';
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
