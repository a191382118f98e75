import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { TransferStep } from '#shared/phone/transfer.ts';

/** A call on its way to 988, at one of its steps. */
export function onTheWay(
  atWork: DeskAtWork,
  step: Exclude<TransferStep, 'offered'>,
  incidentId: IncidentId,
): IncidentId {
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.transfer', { incidentId, to: '988', operatorId: null });
  if (step === 'consent') return incidentId;
  atWork.do(cleo, 'phone.answer-consent', { incidentId, answer: 'yes', voice: 'caller' });
  if (step === 'packet') return incidentId;
  atWork.do(cleo, 'phone.packet-ready', { incidentId });
  if (step === 'dialing') return incidentId;
  const answered = { number: '988', result: 'answered', answeredBy: 'Kim' } as const;
  atWork.do(cleo, 'phone.log-dial', { incidentId, ...answered });
  if (step === 'three-way') return incidentId;
  atWork.do(cleo, 'phone.introduce', { incidentId, receiver: 'Kim' });
  return incidentId;
}

type TransferTopic =
  | 'phone.transfer'
  | 'phone.answer-consent'
  | 'phone.packet-ready'
  | 'phone.dial'
  | 'phone.log-dial'
  | 'phone.introduce'
  | 'phone.accept-transfer'
  | 'phone.return-transfer'
  | 'phone.drop-line'
  | 'call.receive-from-988'
  | 'incident.tell-988';

type Begin = (atWork: DeskAtWork) => IncidentId;

/** With a clinician on the line, and with a colleague who was offered the call. */
export const transferExamples = (
  talking: Begin,
  transferring: Begin,
): Pick<Examples, TransferTopic> => ({
  'phone.transfer': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: talking(atWork), to: '988', operatorId: null }),
    bad: [
      { to: '911' },
      { to: null },
      { operatorId: undefined },
      { line: '' },
      { line: 7 },
      { why: 'x' },
    ],
  },
  'phone.answer-consent': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: onTheWay(atWork, 'consent', talking(atWork)),
      answer: 'yes',
      voice: 'caller',
    }),
    bad: [{ answer: 'maybe' }, { voice: 'neighbor' }, { voice: undefined }],
  },
  'phone.packet-ready': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: onTheWay(atWork, 'packet', talking(atWork)) }),
    bad: [{ incidentId: 7 }, { packet: {} }],
  },
  'phone.dial': {
    as: 'Cleo',
    good: () => ({ number: '988' }),
    bad: [{ number: ' ' }, { number: 988 }, { number: 'x'.repeat(81) }, { extra: 1 }],
    refusedHere: true,
  },
  'phone.log-dial': {
    as: 'Pat',
    good: (atWork) => ({
      incidentId: talking(atWork),
      number: '(312) 555-0100',
      result: 'no-answer',
      answeredBy: null,
    }),
    bad: [
      { number: ' ' },
      { number: 'x'.repeat(81) },
      { result: 'maybe' },
      { answeredBy: 'x'.repeat(81) },
    ],
  },
  'phone.introduce': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: onTheWay(atWork, 'three-way', talking(atWork)),
      receiver: 'Kim',
    }),
    bad: [{ receiver: 7 }, { receiver: null }, { to: '988' }],
  },
  'phone.accept-transfer': {
    as: 'Imani',
    good: (atWork) => ({ incidentId: transferring(atWork) }),
    bad: [{ incidentId: [] }, { readBack: 'yes' }, { operatorId: 'x' }],
  },
  'phone.return-transfer': {
    as: 'Imani',
    good: (atWork) => ({ incidentId: transferring(atWork), why: 'Busy.' }),
    bad: [{ why: null }, { why: 'x'.repeat(301) }, { to: '988' }],
  },
  'phone.drop-line': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: onTheWay(atWork, 'introduced', talking(atWork)),
      whose: 'receiver',
    }),
    bad: [{ whose: 'nobody' }, { whose: null }, { why: 'x' }],
  },
  'call.receive-from-988': {
    as: 'Pat',
    good: () => handedOver(),
    bad: [
      { packet: null },
      { packet: { ...handedOver().packet, consent: 'maybe' } },
      { packet: { ...handedOver().packet, diagnosis: 'x' } },
      { yes: 'weapon-in-hand' },
      { yes: ['x'.repeat(65)] },
      { words: 'x'.repeat(10_001) },
    ],
  },
  'incident.tell-988': {
    as: 'Dana',
    good: (atWork) => ({
      incidentId: atWork.do(atWork.as('Pat'), 'call.receive-from-988', handedOver())
        .made as IncidentId,
      whom: 'Robin',
      said: 'A team is with her.',
    }),
    bad: [{ whom: null }, { said: 7 }, { said: 'x'.repeat(301) }],
  },
});

/** Invented, as a counselor says it. */
export function handedOver(): Input<'call.receive-from-988'> {
  return {
    ani: '312-555-0177',
    address: '4500 N Broadway, Uptown',
    words: 'She texted that she cannot go on.',
    callType: null,
    packet: {
      counselor: 'Robin',
      counselorCallback: '800-555-0188',
      caller: 'Ana',
      ipAddress: '203.0.113.7',
      subject: '',
      means: 'Pills at hand',
      weapons: 'None said',
      onScene: 'Alone',
      done: 'Stayed in the chat',
      consent: 'emergency',
    },
    yes: ['thoughts'],
  };
}
