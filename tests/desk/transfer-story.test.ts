import { beforeEach, describe, expect, test } from 'vitest';
import { centerAtWork, PASSPHRASE, type DeskAtWork } from '../support/desk-at-work.ts';
import { talking, transferring } from '../support/topic-examples.ts';
import { onTheWay } from '../support/transfer-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { TRANSFER_STEPS, WARM_STEPS } from '#shared/phone/transfer.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const rowOf = (incidentId: IncidentId) =>
  atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find((row) => row.incidentId === incidentId);
const viewOf = (incidentId: IncidentId, name = 'Cleo') =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
const texts = (incidentId: IncidentId, name = 'Dana') =>
  viewOf(incidentId, name).timeline.map(({ text }) => text);
const tell = (topic: Parameters<DeskAtWork['desk']['answer']>[0], input: unknown, name = 'Cleo') =>
  atWork.desk.answer(topic, input, atWork.as(name));

function secondsOf(step: keyof typeof TRANSFER_STEPS): number {
  const { policy } = atWork.do(atWork.as('Dana'), 'policy.in-force', {});
  return phoneDeskOf(policy).transferSeconds * TRANSFER_STEPS[step].times;
}

function watchAfter(seconds: number): string[] {
  const heard: string[] = [];
  const stop = atWork.desk.subscribe((patch) =>
    heard.push(...patch.announcements.map(({ text }) => text)),
  );
  atWork.pass(seconds / 60);
  atWork.desk.watch();
  stop();
  return heard;
}

test('988 takes a caller over, step by step, and dispatch reads along', () => {
  const incidentId = talking(atWork);
  expect(viewOf(incidentId).transfers.receivers[0]).toMatchObject({
    to: '988',
    line: '988',
    number: '988',
    notNow: null,
  });
  for (const step of WARM_STEPS) {
    if (step === 'consent') onTheWay(atWork, step, incidentId);
    if (step === 'packet')
      atWork.do(atWork.as('Cleo'), 'phone.answer-consent', {
        incidentId,
        answer: 'yes',
        voice: 'caller',
      });
    if (step === 'dialing') atWork.do(atWork.as('Cleo'), 'phone.packet-ready', { incidentId });
    if (step === 'three-way')
      for (const result of ['busy', 'answered'] as const)
        atWork.do(atWork.as('Cleo'), 'phone.log-dial', {
          incidentId,
          number: '988',
          result,
          answeredBy: result === 'answered' ? 'Kim' : null,
        });
    if (step === 'introduced')
      atWork.do(atWork.as('Cleo'), 'phone.introduce', { incidentId, receiver: 'Kim' });
    const label = TRANSFER_STEPS[step].label.toLowerCase();
    expect(rowOf(incidentId)).toMatchObject({
      phone: 'transferring',
      ownerName: 'Cleo',
      transferTo: '988',
      transfer: { standing: `To 988 lifeline: ${label}` },
      promise: { what: `transfer, ${label}` },
    });
    expect(viewOf(incidentId, 'Dana').transfers).toMatchObject({
      standing: `To 988 lifeline: ${label}`,
      limit: { seconds: secondsOf(step) },
      receivers: [],
    });
    watchAfter(secondsOf(step) - 1);
  }
  expect(tell('phone.accept-transfer', { incidentId })).toMatchObject({
    ok: false,
    refused: 'read-back-needed',
  });
  atWork.do(atWork.as('Cleo'), 'phone.accept-transfer', { incidentId, readBack: true });
  const { disclosures } = atWork.do(atWork.as('Cleo'), 'sharing.of-incident', { incidentId });
  expect(disclosures, 'what 988 was given is accounted for').toMatchObject([
    { recipient: '988', to: 'Kim', way: 'transfer' },
  ]);
  expect(rowOf(incidentId)).toBeUndefined();
  expect(viewOf(incidentId)).toMatchObject({ closed: { disposition: '988 transfer accepted' } });
  expect(viewOf(incidentId, 'Dana').transfers.dialed).toMatchObject([
    { by: 'Cleo', number: '988', result: 'busy', answeredBy: null },
    { by: 'Cleo', number: '988', result: 'answered', answeredBy: 'Kim' },
  ]);
  expect(texts(incidentId)).toEqual(
    expect.arrayContaining([
      'Transfer to 988 lifeline begun',
      'Consent to the transfer: yes, said the caller',
      'The packet for the transfer is ready',
      'Dialed 988: busy',
      'Dialed 988: Kim answered',
      'Introduced the caller to Kim',
      'Transfer accepted by Kim, who read the packet back',
    ]),
  );
});

describe.each(WARM_STEPS)('at %s', (step) => {
  const bounces = TRANSFER_STEPS[step].reachedOut ? 1 : 0;

  function expectBack(incidentId: IncidentId): void {
    expect(rowOf(incidentId)).toMatchObject({
      phone: 'with-clinician',
      ownerName: 'Cleo',
      transfer: null,
      attention: 'Returned by 988 lifeline',
    });
    const view = viewOf(incidentId);
    expect(view).toMatchObject({ bounces, transfers: { cameBack: { by: '988 lifeline' } } });
    expect(
      view.timeline.filter(({ text }) => text.startsWith('Transfer came back: ')),
    ).toHaveLength(1);
  }

  test('nothing happens for too long: it returns by itself, raised, and is heard of once', () => {
    const incidentId = onTheWay(atWork, step, talking(atWork));
    expect(watchAfter(secondsOf(step) - 1)).toEqual([]);
    expect(rowOf(incidentId)).toMatchObject({ phone: 'transferring', attention: null });
    expect(watchAfter(1)).toEqual(['Incident 1: the transfer came back, raised.']);
    expectBack(incidentId);
    expect(watchAfter(600)).not.toContain('Incident 1: the transfer came back, raised.');
    const again = tell('phone.transfer', { incidentId, to: '988', operatorId: null });
    expect(again.ok, 'it may come back once').toBe(bounces === 0);
  });

  test('the console is started again in the middle, and the clock runs on', () => {
    const incidentId = onTheWay(atWork, step, talking(atWork));
    watchAfter(secondsOf(step) - 2);
    const before = viewOf(incidentId).phone;
    atWork = atWork.reopen();
    expect(viewOf(incidentId).phone).toEqual(before);
    expect(watchAfter(1)).toEqual([]);
    expect(watchAfter(1)).toContain('Incident 1: the transfer came back, raised.');
    expectBack(incidentId);
  });

  test('the clock is set back: nobody knows how long it was, so it returns', () => {
    const incidentId = onTheWay(atWork, step, talking(atWork));
    watchAfter(-3600);
    expectBack(incidentId);
    expect(texts(incidentId).some((text) => /clock/.test(text))).toBe(true);
  });

  test('police and EMS now end it in order: who calls them keeps the caller', () => {
    const incidentId = onTheWay(atWork, step, talking(atWork));
    atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
    expect(rowOf(incidentId)).toMatchObject({
      phone: 'with-clinician',
      ownerName: 'Cleo',
      level: 'L4',
      transfer: null,
    });
    expect(texts(incidentId)).toContain('Transfer called off: Police or EMS is called now');
  });

  test('the clinician asks for police and EMS in the middle', () => {
    const incidentId = onTheWay(atWork, step, talking(atWork));
    atWork.do(atWork.as('Cleo'), 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
    // The conversation stays with the clinician until they end it.
    expect(rowOf(incidentId)).toMatchObject({
      phone: 'with-clinician',
      level: 'L4',
      ownerName: 'Cleo',
    });
    const called = texts(incidentId).filter((text) => text.startsWith('Transfer called off'));
    expect(called).toHaveLength(1);
  });
});

test('988 does not answer: the call comes back, is seen to have come back, and is not sent off again', () => {
  const incidentId = onTheWay(atWork, 'dialing', talking(atWork));
  atWork.do(atWork.as('Cleo'), 'phone.return-transfer', { incidentId, why: 'Nobody answered.' });
  expect(rowOf(incidentId)).toMatchObject({
    phone: 'with-clinician',
    ownerName: 'Cleo',
    attention: 'Returned by 988 lifeline',
  });
  for (const to of ['988', 'dispatch'] as const)
    expect(tell('phone.transfer', { incidentId, to, operatorId: null })).toMatchObject({
      ok: false,
      refused: 'bounced',
    });
  const { receivers } = viewOf(incidentId).transfers;
  expect(receivers.every(({ notNow }) => notNow !== null)).toBe(true);
});

test('a colleague who does not accept in time: it comes back by itself, once, with an event', () => {
  const incidentId = transferring(atWork);
  watchAfter(secondsOf('offered'));
  expect(rowOf(incidentId)).toMatchObject({
    phone: 'with-clinician',
    ownerName: 'Cleo',
    attention: 'Returned by another clinician',
  });
  expect(tell('phone.accept-transfer', { incidentId }, 'Imani')).toMatchObject({
    ok: false,
    refused: 'no-transfer',
  });
});

test('the caller drops out of three: the clinician has the call, and it can be tried again', () => {
  const incidentId = onTheWay(atWork, 'three-way', talking(atWork));
  atWork.do(atWork.as('Cleo'), 'phone.drop-line', { incidentId, whose: 'caller' });
  expect(rowOf(incidentId)).toMatchObject({ attention: 'Line dropped', ownerName: 'Cleo' });
  onTheWay(atWork, 'consent', incidentId);
  expect(rowOf(incidentId)).toMatchObject({ attention: null, phone: 'transferring' });
});

test('a team outside this board takes the caller over, joins the incident, and the incident goes on', () => {
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  const { receivers } = viewOf(incidentId).transfers;
  const team = receivers.find(({ to }) => to === 'team')!;
  const to = { to: 'team', line: team.line, operatorId: null } as const;
  atWork.do(cleo, 'phone.transfer', { incidentId, ...to });
  atWork.do(cleo, 'phone.answer-consent', { incidentId, answer: 'emergency', voice: null });
  atWork.do(cleo, 'phone.packet-ready', { incidentId });
  const dialed = { number: '(773) 555-0142', result: 'answered', answeredBy: 'Jo' } as const;
  atWork.do(cleo, 'phone.log-dial', { incidentId, ...dialed });
  atWork.do(cleo, 'phone.introduce', { incidentId, receiver: 'Jo' });
  atWork.do(cleo, 'phone.accept-transfer', { incidentId, readBack: true });
  expect(rowOf(incidentId)).toMatchObject({ phase: 'wrap-up', ownerName: 'Cleo' });
  expect(viewOf(incidentId, 'Dana').onIt).toContainEqual(
    expect.objectContaining({ who: team.label, does: 'took the caller over, Jo' }),
  );
});

test('the list says why somebody cannot be asked', () => {
  const incidentId = talking(atWork);
  const signedOff = viewOf(incidentId).transfers.receivers.find(({ label }) => label === 'Imani');
  expect(signedOff?.notNow).toBe('Not signed on at any console.');
  expect(viewOf(incidentId, 'Imani').transfers.receivers.length).toBeGreaterThan(0);
  expect(viewOf(incidentId, 'Dana').transfers.receivers).toEqual([]);
  onTheWay(atWork, 'consent', incidentId);
  atWork.do(atWork.as('Cleo'), 'phone.answer-consent', {
    incidentId,
    answer: 'no',
    voice: 'person',
  });
  const possible = viewOf(incidentId).transfers.receivers.filter(({ notNow }) => notNow === null);
  expect(possible.map(({ to }) => to)).toEqual(['dispatch']);
});

test('a number is dialed from any console, is written as it was typed when nobody can read it, and stays', () => {
  const incidentId = talking(atWork);
  const log = (number: string, name: string) =>
    atWork.do(atWork.as(name), 'phone.log-dial', {
      incidentId,
      number,
      result: 'no-answer',
      answeredBy: null,
    });
  log('3125550100', 'Pat');
  log('the neighbor across', 'Dana');
  expect(viewOf(incidentId, 'Dana').transfers.dialed).toMatchObject([
    { number: '(312) 555-0100', by: 'Pat' },
    { number: 'the neighbor across', by: 'Dana' },
  ]);
});

test.each([
  ['phone.transfer', { to: 'partner', operatorId: null }, 'no-receiver'],
  ['phone.transfer', { to: 'team', operatorId: null, line: '988' }, 'no-receiver'],
  ['phone.transfer', { to: '988', operatorId: null, line: 'nobody' }, 'no-receiver'],
  ['phone.log-dial', { number: '988', result: 'answered', answeredBy: ' ' }, 'name-needed'],
] as const)('%s with %j is refused: %s', (topic, input, refused) => {
  const incidentId = talking(atWork);
  expect(tell(topic, { incidentId, ...input })).toMatchObject({ ok: false, refused });
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://example.org',
  'tel:988;phone-context=x',
  'tel:*67',
  'sip:desk@example.org?body=x',
  'help',
])('%s never reaches the phone', (number) => {
  expect(tell('phone.dial', { number })).toMatchObject({ ok: false, refused: 'not-a-number' });
});

test.each(['988', 'tel:988', '(312) 555-0100', 'tel:+1-312-555-0100', 'sip:desk@example.org'])(
  '%s can be dialed where there is a window',
  (number) => {
    expect(tell('phone.dial', { number })).toMatchObject({ ok: false, refused: 'no-window' });
  },
);

test('a colleague on a break is not asked to take a caller over', () => {
  const incidentId = talking(atWork);
  const imani = { operator: null, focus: null };
  const operatorId = atWork.idOf('Imani');
  atWork.do(imani, 'operator.sign-on', { operatorId, passphrase: PASSPHRASE });
  const noted = () =>
    viewOf(incidentId).transfers.receivers.find(({ label }) => label === 'Imani')?.notNow;
  expect(noted()).toBeNull();
  atWork.do(imani, 'operator.set-availability', { availability: 'break', reason: null });
  expect(noted()).toBe('On a break: not asked for calls now.');
});
