import { expect, test } from 'vitest';
import { cleo, context, dana, fold, imani } from '../support/given.ts';
import { LIFELINE, TRANSFER_STATES, type TransferState } from '../support/transfer-states.ts';
import { askForTeam } from '#shared/phone/decide-outcome.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
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

const to988 = { to: '988', line: LIFELINE } as const;
const dial = { number: '988', result: 'answered', answeredBy: ' Kim ' } as const;
const busy = { number: '988', result: 'busy', answeredBy: null } as const;

const ACTS = {
  'start 988': (on: Incident) => startTransfer(on, to988, cleo),
  'start dispatch': (on: Incident) => startTransfer(on, { to: 'dispatch' }, cleo),
  'consent: yes': (on: Incident) => answerConsent(on, 'yes', 'caller', cleo),
  'consent: no': (on: Incident) => answerConsent(on, 'no', 'guardian', cleo),
  'consent: emergency': (on: Incident) => answerConsent(on, 'emergency', null, cleo),
  packet: (on: Incident) => packetReady(on, cleo),
  answered: (on: Incident) => logDial(on, dial, cleo),
  busy: (on: Incident) => logDial(on, busy, cleo),
  introduce: (on: Incident) => introduce(on, 'Kim', cleo),
  accept: (on: Incident) => acceptTransfer(on, true, cleo),
  'accept, as Imani': (on: Incident) => acceptTransfer(on, false, imani),
  'accept, as Dana': (on: Incident) => acceptTransfer(on, false, dana),
  return: (on: Incident) => returnTransfer(on, 'No', cleo),
  'time is over': (on: Incident) => returnTransfer(on, 'Over', null),
  'receiver drops': (on: Incident) => dropLine(on, 'receiver', cleo),
  'caller drops': (on: Incident) => dropLine(on, 'caller', cleo),
  escalate: (on: Incident) => askForTeam(on, { know: '', stays: false }, context({ by: cleo })),
  'police/EMS now': (on: Incident) => callOffTransfer(on, 'Police or EMS is called now'),
} as const satisfies Readonly<Record<string, (on: Incident) => IncidentEvent[] | Refusal>>;

type Act = keyof typeof ACTS;

const NOT_NOW = {
  'consent: yes': 'not-at-this-step',
  'consent: no': 'not-at-this-step',
  'consent: emergency': 'not-at-this-step',
  packet: 'not-at-this-step',
  introduce: 'not-at-this-step',
  accept: 'not-at-this-step',
  'receiver drops': 'not-at-this-step',
} as const;

const NOTHING_RUNS = {
  'consent: yes': 'no-transfer',
  'consent: no': 'no-transfer',
  'consent: emergency': 'no-transfer',
  packet: 'no-transfer',
  introduce: 'no-transfer',
  accept: 'no-transfer',
  'accept, as Imani': 'no-transfer',
  'accept, as Dana': 'no-transfer',
  return: 'no-transfer',
  'time is over': 'no-transfer',
  'receiver drops': 'no-transfer',
  'caller drops': 'no-transfer',
} as const;

const RUNS = {
  'start 988': 'already-transferring',
  'start dispatch': 'already-transferring',
  return: 'with cleo, came back',
  'time is over': 'with cleo, came back',
  'caller drops': 'with cleo, came back',
  escalate: 'ended',
  'police/EMS now': 'with cleo',
} as const;

const NOBODY_ELSE = {
  'accept, as Imani': 'not-the-receiver',
  'accept, as Dana': 'not-the-receiver',
} as const;

/** What comes of every act in every state: where the call is then, or the code of the refusal. */
const MATRIX: Readonly<Record<TransferState, Readonly<Record<Act, string>>>> = {
  'with-clinician': {
    ...NOTHING_RUNS,
    'start 988': 'consent',
    'start dispatch': 'offered',
    answered: 'with cleo',
    busy: 'with cleo',
    escalate: 'ended',
    'police/EMS now': 'with cleo',
  },
  consent: {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    'consent: yes': 'packet',
    'consent: no': 'with cleo',
    'consent: emergency': 'packet',
    answered: 'consent',
    busy: 'consent',
    return: 'with cleo',
  },
  packet: {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    packet: 'dialing',
    answered: 'packet',
    busy: 'packet',
    return: 'with cleo',
  },
  dialing: { ...NOT_NOW, ...RUNS, ...NOBODY_ELSE, answered: 'three-way', busy: 'dialing' },
  'three-way': {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    introduce: 'introduced',
    answered: 'three-way',
    busy: 'three-way',
    'receiver drops': 'dialing',
  },
  introduced: {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    answered: 'introduced',
    busy: 'introduced',
    'receiver drops': 'dialing',
    accept: 'closed as 988-accepted',
  },
  'offered to a clinician': {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    answered: 'offered',
    busy: 'offered',
    accept: 'not-the-receiver',
    'accept, as Imani': 'with imani',
  },
  'offered to dispatch': {
    ...NOT_NOW,
    ...RUNS,
    answered: 'offered',
    busy: 'offered',
    accept: 'not-the-receiver',
    'accept, as Imani': 'ended',
    'accept, as Dana': 'ended',
  },
  'offered to 988 before there were steps': {
    ...NOT_NOW,
    ...RUNS,
    ...NOBODY_ELSE,
    answered: 'offered',
    busy: 'offered',
    accept: 'closed as 988-accepted',
  },
  'came back': {
    ...NOTHING_RUNS,
    'start 988': 'bounced',
    'start dispatch': 'bounced',
    answered: 'with cleo, came back',
    busy: 'with cleo, came back',
    escalate: 'ended',
    'police/EMS now': 'with cleo, came back',
  },
  refused: {
    ...NOTHING_RUNS,
    'start 988': 'consent-refused',
    'start dispatch': 'offered',
    answered: 'with cleo',
    busy: 'with cleo',
    escalate: 'ended',
    'police/EMS now': 'with cleo',
  },
  'nobody on the phone': {
    ...NOTHING_RUNS,
    'start 988': 'not-with-you',
    'start dispatch': 'not-with-you',
    answered: 'none',
    busy: 'none',
    escalate: 'not-with-you',
    'police/EMS now': 'none',
  },
};

function standing({ phone, closed, cameBack }: Incident): string {
  if (closed !== null) return `closed as ${closed.disposition}`;
  if (phone.state === 'transferring') return phone.transfer.step;
  if (phone.state !== 'with-clinician') return phone.state;
  return `with ${phone.clinician}${cameBack === null ? '' : ', came back'}`;
}

test.each(
  Object.entries(MATRIX).flatMap(([state, row]) =>
    Object.entries(row).map(
      ([act, becomes]) => [state as TransferState, act as Act, becomes] as const,
    ),
  ),
)('%s, %s: %s', (state, act, becomes) => {
  const before: Incident = TRANSFER_STATES[state];
  const outcome = ACTS[act](before);
  if (isRefusal(outcome)) {
    expect(outcome.refused).toBe(becomes);
    expect(outcome.because).toMatch(/^\S.{10,}\.$/);
    return;
  }
  expect(standing(outcome.length === 0 ? before : fold(outcome, before))).toBe(becomes);
});
