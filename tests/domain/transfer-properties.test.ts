import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleo, context, dana, fold, imani } from '../support/given.ts';
import { NAMING } from '../support/phone-staff.ts';
import { LIFELINE, PARTNER, talking, TEAM } from '../support/transfer-states.ts';
import { takePhone } from '#shared/phone/decide-offer.ts';
import { askForTeam, endOnPaper } from '#shared/phone/decide-outcome.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import {
  acceptTransfer,
  answerConsent,
  callOffTransfer,
  dropLine,
  introduce,
  logDial,
  packetReady,
  returnTransfer,
  startTransfer,
} from '#shared/phone/decide-transfer.ts';
import type { TransferReceiver } from '#shared/phone/receivers.ts';
import { DIAL_RESULTS } from '#shared/phone/transfer-events.ts';

type Act = (on: Incident) => IncidentEvent[] | Refusal;

const RECEIVERS: readonly TransferReceiver[] = [
  { to: '988', line: LIFELINE },
  { to: 'partner', line: PARTNER },
  { to: 'team', line: TEAM },
  { to: 'dispatch' },
  { to: 'clinician', operatorId: imani },
  { to: 'clinician', operatorId: cleo },
];

const somebody = fc.constantFrom<OperatorId>(cleo, cleo, cleo, imani, dana);
const name = fc.constantFrom('Kim', 'Kim', ' ', '');

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom(...RECEIVERS), somebody).map(
    ([to, by]): Act =>
      (on) =>
        startTransfer(on, to, by),
  ),
  fc.tuple(fc.constantFrom('yes', 'yes', 'no', 'emergency' as const), somebody).map(
    ([answer, by]): Act =>
      (on) =>
        answerConsent(on, answer as 'yes', 'caller', by),
  ),
  somebody.map(
    (by): Act =>
      (on) =>
        packetReady(on, by),
  ),
  fc.tuple(fc.constantFrom('answered' as const, ...DIAL_RESULTS), name, somebody).map(
    ([result, answeredBy, by]): Act =>
      (on) =>
        logDial(on, { number: '988', result, answeredBy }, by),
  ),
  fc.tuple(name, somebody).map(
    ([who, by]): Act =>
      (on) =>
        introduce(on, who, by),
  ),
  fc.tuple(fc.boolean(), somebody).map(
    ([readBack, by]): Act =>
      (on) =>
        acceptTransfer(on, readBack, by),
  ),
  fc.option(somebody, { nil: null }).map(
    (by): Act =>
      (on) =>
        returnTransfer(on, 'Not accepted', by),
  ),
  fc.tuple(fc.constantFrom('caller' as const, 'receiver' as const), somebody).map(
    ([whose, by]): Act =>
      (on) =>
        dropLine(on, whose, by),
  ),
  fc.constant<Act>((on) => callOffTransfer(on, 'Police or EMS is called now')),
);
const ending: fc.Arbitrary<Act> = fc.oneof(
  somebody.map(
    (by): Act =>
      (on) =>
        askForTeam(on, { know: '', stays: false }, context({ by })),
  ),
  somebody.map(
    (by): Act =>
      (on) =>
        endOnPaper(on, 'resolved-by-phone', by),
  ),
  somebody.map(
    (by): Act =>
      (on) =>
        takePhone(on, by, NAMING),
  ),
);

/** What a practised hand does next; by chance alone hardly any transfer would get to its end. */
const nextStep: Act = (on) => {
  switch (on.phone.state === 'transferring' ? on.phone.transfer.step : null) {
    case 'consent':
      return answerConsent(on, 'yes', 'caller', cleo);
    case 'packet':
      return packetReady(on, cleo);
    case 'dialing':
      return logDial(on, { number: '988', result: 'answered', answeredBy: 'Kim' }, cleo);
    case 'three-way':
      return introduce(on, 'Kim', cleo);
    default:
      return acceptTransfer(on, true, cleo);
  }
};

const story = fc.array(
  fc.oneof(
    { arbitrary: act, weight: 12 },
    { arbitrary: fc.constant(nextStep), weight: 12 },
    { arbitrary: ending, weight: 1 },
  ),
  { minLength: 5, maxLength: 60 },
);

/** Every event of a story, with the incident before and after it. */
function* told(acts: readonly Act[]) {
  let incident: Incident = talking;
  for (const each of acts) {
    const outcome = each(incident);
    if (isRefusal(outcome)) continue;
    for (const event of outcome) {
      const before = incident;
      incident = fold([event], before);
      yield { before, event, after: incident };
    }
  }
}

test('a caller is never with nobody: only an accepted, resolved or escalated call leaves its clinician', () => {
  fc.assert(
    fc.property(story, (acts) => {
      for (const { before, event, after } of told(acts)) {
        const spoke =
          before.phone.state === 'with-clinician' || before.phone.state === 'transferring';
        const speaks =
          after.phone.state === 'with-clinician' || after.phone.state === 'transferring';
        if (!spoke || speaks) continue;
        expect(['phone.transfer-accepted', 'phone.resolved', 'phone.escalated']).toContain(
          event.type,
        );
      }
    }),
  );
});

test('it bounces once at most, and nothing is offered after that', () => {
  fc.assert(
    fc.property(story, (acts) => {
      for (const { before, event, after } of told(acts)) {
        expect(after.bounces).toBeLessThanOrEqual(1);
        if (event.type === 'phone.transfer-started') expect(before.bounces).toBe(0);
      }
    }),
  );
});

test('only the receiver’s word completes a transfer: after consent, a packet, an answer and a name', () => {
  let accepted = 0;
  fc.assert(
    fc.property(story, (acts) => {
      const since: string[] = [];
      for (const { before, event } of told(acts)) {
        if (event.type === 'phone.transfer-started') since.length = 0;
        since.push(event.type);
        if (event.type !== 'phone.transfer-accepted' || before.phone.state !== 'transferring')
          continue;
        const { to, operatorId, line } = before.phone.transfer;
        if (line === null) {
          expect(event.operatorId).not.toBe(before.phone.clinician);
          if (to === 'clinician') expect(event.operatorId).toBe(operatorId);
          continue;
        }
        accepted += 1;
        expect(event.receiver?.trim()).toBeTruthy();
        expect(event.readBack).toBe(true);
        const way = since.filter(
          (type) => type !== 'phone.dialed' && type !== 'phone.transfer-dropped',
        );
        expect(way.slice(0, 3)).toEqual([
          'phone.transfer-started',
          'phone.transfer-consented',
          'phone.transfer-packet-ready',
        ]);
        expect(since).toContain('phone.dialed');
        expect(since.at(-2)).not.toBe('phone.transfer-dropped');
      }
    }),
    { numRuns: 400 },
  );
  expect(accepted, 'the stories come to an end').toBeGreaterThan(0);
});
