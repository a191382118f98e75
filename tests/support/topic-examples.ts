import { ADMINISTRATION_EXAMPLES } from './administration-examples.ts';
import { AREA_EXAMPLES } from './area-examples.ts';
import { CALL_TYPE_EXAMPLES } from './call-type-examples.ts';
import { CAUTION_EXAMPLES } from './caution-examples.ts';
import { COST_EXAMPLES } from './cost-examples.ts';
import { REPEAT_EXAMPLES } from './repeat-examples.ts';
import { CONTACT_EXAMPLES } from './contact-examples.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import { accept, clearOfDanger, openedIncident, PASSPHRASE } from './desk-at-work.ts';
import { DIRECTORY_EXAMPLES } from './directory-examples.ts';
import { DUPLICATE_EXAMPLES } from './duplicate-examples.ts';
import { ECHO_EXAMPLES } from './echo-examples.ts';
import { IMPORT_EXAMPLES } from './import-examples.ts';
import { INTAKE_LINE_EXAMPLES } from './intake-line-examples.ts';
import { PLACE_EXAMPLES } from './place-examples.ts';
import { HAND_OVER_EXAMPLES } from './hand-over-examples.ts';
import { ledgerExamples, referred } from './ledger-examples.ts';
import { pastCallNumbered } from './past-call-numbered.ts';
import { MONITOR_EXAMPLES } from './monitor-examples.ts';
import { rosterExamples } from './roster-examples.ts';
import { outcomeFigureExamples } from './outcome-figure-examples.ts';
import { outcomeExamples } from './outcome-examples.ts';
import { OUTAGE_EXAMPLES } from './outage-examples.ts';
import { UNIT_EXAMPLES } from './unit-examples.ts';
import { PERSON_EXAMPLES } from './person-examples.ts';
import { PLAN_EXAMPLES } from './plan-examples.ts';
import { POLICY_EXAMPLES } from './policy-examples.ts';
import { WINDOW_EXAMPLES } from './window-examples.ts';
import { safetyExamples } from './safety-examples.ts';
import { screenExamples } from './screen-examples.ts';
import { REFERRAL_EXAMPLES } from './referral-examples.ts';
import { SHARING_EXAMPLES } from './sharing-examples.ts';
import { STAFFING_EXAMPLES } from './staffing-examples.ts';
import { STAGING_EXAMPLES } from './staging-examples.ts';
import { transferExamples } from './transfer-examples.ts';
import { EIDO_TOPIC_EXAMPLES } from './eido-topic-examples.ts';
import { WANTS_EXAMPLES } from './wants-examples.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { CallId, IncidentId, UnitId } from '#shared/lib/brand.ts';

/** One topic: who asks, what has to be so, what is asked, and what has to be refused. */
export interface Example<T extends Topic> {
  readonly as: string | null;
  readonly good: (atWork: DeskAtWork, session: Session) => Input<T>;
  /** Malformed on purpose: laid over the good input; `null` in place of an object replaces it. */
  readonly bad: readonly unknown[];
  /** The rim carries it out, or something has to have been read first: a desk just begun refuses it. */
  readonly refusedHere?: true;
}

export type Examples = { readonly [T in Topic]: Example<T> };

const M1 = 'M1' as UnitId;
const nothing = [{ extra: 1 }, [], 'text'];

function open(atWork: DeskAtWork, by = 'Dana'): IncidentId {
  return openedIncident(atWork, atWork.as(by));
}

function waiting(atWork: DeskAtWork): CallId {
  const call = { ani: null, address: '', words: 'Please come.', callType: null };
  return atWork.do(atWork.as('Pat'), 'call.receive', call).made as CallId;
}

function answers(atWork: DeskAtWork, incidentId: IncidentId, given: Record<string, 'yes' | 'no'>) {
  for (const [fact, answer] of Object.entries(given))
    atWork.do(atWork.as('Dana'), 'incident.answer-fact', {
      incidentId,
      fact,
      answer,
      informant: 'caller-saw',
    });
}

/** An incident for which a team was decided. */
export function forATeam(atWork: DeskAtWork): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = open(atWork);
  clearOfDanger(atWork, dana, incidentId);
  answers(atWork, incidentId, { 'in-person-need': 'yes' });
  accept(atWork, dana, incidentId);
  return incidentId;
}

/** An incident the clinician's phone was decided for; it waits for a clinician. */
export function offered(atWork: DeskAtWork, call: Partial<Input<'call.receive'>> = {}): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana, call);
  clearOfDanger(atWork, dana, incidentId);
  answers(atWork, incidentId, {
    behavioral: 'yes',
    'information-only': 'no',
    'in-person-need': 'no',
    'can-talk': 'yes',
    willing: 'yes',
    'safe-place': 'yes',
  });
  accept(atWork, dana, incidentId);
  return incidentId;
}

/** The same with a clinician on the line. */
export function talking(atWork: DeskAtWork, clinician = 'Cleo'): IncidentId {
  const incidentId = offered(atWork);
  atWork.do(atWork.as(clinician), 'phone.take', { incidentId });
  return incidentId;
}

/** A call no clinician took in time: 988 is to take over. */
export function at988(atWork: DeskAtWork): IncidentId {
  const incidentId = offered(atWork);
  atWork.pass(2);
  atWork.desk.watch();
  return incidentId;
}

/** Somebody who sits down at a console of their own. */
export function signOn(atWork: DeskAtWork, name: string): Session {
  const session: Session = { operator: null, focus: null };
  const operatorId = atWork.idOf(name);
  atWork.do(session, 'operator.sign-on', { operatorId, passphrase: PASSPHRASE });
  return session;
}

/** The same, offered to the next one. */
export function transferring(atWork: DeskAtWork, to = 'Imani'): IncidentId {
  const incidentId = talking(atWork);
  const operatorId = atWork.idOf(to);
  atWork.do(atWork.as('Cleo'), 'phone.transfer', { incidentId, to: 'clinician', operatorId });
  return incidentId;
}

export const EXAMPLES: Examples = {
  ...DUPLICATE_EXAMPLES,
  'desk.hello': { as: null, good: () => ({}), bad: nothing },
  'center.set-up': {
    as: null,
    good: () => ({
      name: 'Center',
      psapId: 'P-1',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada', passphrase: PASSPHRASE },
      accounts: [],
    }),
    bad: [
      { name: '  ' },
      { psapId: 7 },
      { timeZone: '' },
      { accounts: null },
      { extra: 1 },
      { admin: { name: 'Ada', passphrase: 'short' } },
      { admin: { name: 'Ada', passphrase: PASSPHRASE, role: 'admin' } },
      { accounts: [{ name: 'Bo', role: 'mayor', passphrase: PASSPHRASE }] },
    ],
  },
  'operator.sign-on': {
    as: null,
    good: (atWork) => ({ operatorId: atWork.idOf('Dana'), passphrase: PASSPHRASE }),
    bad: [
      { operatorId: '' },
      { operatorId: 'x'.repeat(65) },
      { passphrase: undefined },
      { role: 'admin' },
    ],
  },
  'operator.sign-off': { as: 'Dana', good: () => ({}), bad: nothing },
  'board.snapshot': { as: 'Ada', good: () => ({}), bad: nothing },
  'policy.in-force': { as: 'Pat', good: () => ({}), bad: nothing },
  'incident.focus': {
    as: 'Pat',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: undefined }, { incidentId: 7 }, { incidentId: '' }, { role: 'clinician' }],
  },
  'find.anything': {
    as: 'Cleo',
    good: () => ({ text: 'broadway' }),
    bad: [{ text: null }, { text: 'x'.repeat(301) }, { limit: 10 }],
  },
  'past.summary': { as: 'Sam', good: () => ({}), bad: nothing },
  'outcomes.export': {
    as: 'Sam',
    good: () => ({ what: 'csv', period: { from: '2026-03-01', to: '2026-03-31' } }),
    bad: [
      { what: 'xlsx' },
      { period: { from: '2026-03-31', to: '2026-03-01' } },
      { file: '/etc/passwd' },
    ],
    refusedHere: true,
  },
  'past.call': {
    as: 'Sam',
    good: (atWork) => {
      const pastCall = pastCallNumbered(1, 'MHDIST');
      atWork.desk.record([{ type: 'past-call.imported', pastCall }], DESK_OPERATOR);
      return { key: pastCall.key };
    },
    bad: [{ key: '' }, { key: 7 }, { key: 'x'.repeat(301) }, { address: 'x' }],
  },
  'call.receive': {
    as: 'Pat',
    good: () => ({ ani: null, address: '1 W Lawrence', words: 'Help.', callType: 'WELBNG' }),
    bad: [
      { ani: 312 },
      { address: undefined },
      { words: 'x'.repeat(10_001) },
      { callType: [] },
      { at: 'now' },
    ],
  },
  'call.answer': {
    as: 'Dana',
    good: (atWork) => ({ callId: waiting(atWork) }),
    bad: [{ callId: null }, { callId: '' }, { by: 'Sam' }],
  },
  'incident.take': {
    as: 'Theo',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: 1 }, { incidentId: undefined }, { owner: 'me' }],
  },
  'incident.set-place': {
    as: 'Dana',
    good: (atWork) => ({
      incidentId: open(atWork),
      address: '2 N Clark',
      areaId: 'uptown',
      callback: null,
    }),
    bad: [{ address: null }, { areaId: undefined }, { callback: 312 }, { lat: 41 }, { seen: {} }],
  },
  'incident.set-call-type': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: open(atWork), callType: 'MHDIST' }),
    bad: [{ callType: '' }, { callType: null }, { priority: 1 }, { seen: 1 }],
  },
  'incident.answer-fact': {
    as: 'Pat',
    good: (atWork) => ({
      incidentId: open(atWork),
      fact: 'threats',
      answer: 'no',
      informant: 'caller-saw',
    }),
    bad: [
      { answer: 'not-asked' },
      { answer: true },
      { informant: 'me' },
      { fact: '' },
      { at: 'now' },
    ],
  },
  'incident.answer-none': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: open(atWork), topic: 'weapon', informant: 'caller-saw' }),
    bad: [{ topic: 'weapons' }, { topic: undefined }, { informant: null }, { answer: 'no' }],
  },
  'incident.change-caller': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: null }, { caller: 'a neighbor' }],
  },
  'incident.decide': {
    as: 'Dana',
    good: (atWork) => {
      const incidentId = open(atWork);
      const seen = { level: 'L3', response: 'co-response' } as const;
      return { incidentId, seen, response: 'co-response', reason: null, secondPerson: null };
    },
    bad: [
      { seen: { level: 'L9', response: 'x' } },
      { seen: undefined },
      { response: '' },
      { reason: 7 },
      { secondPerson: 'Theo' },
      { secondPerson: { operatorId: 'x' } },
      { level: 'L1' },
    ],
  },
  'incident.upgrade': {
    as: 'Pat',
    good: (atWork) => ({ callId: waiting(atWork), services: ['police', 'ems'] }),
    bad: [
      { services: [] },
      { services: ['fire'] },
      { services: 'police' },
      { callId: undefined },
      { incidentId: 'both' },
    ],
  },
  'incident.assign-unit': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: forATeam(atWork), unitId: M1, reason: null }),
    bad: [{ unitId: '' }, { unitId: undefined }, { reason: undefined }, { force: true }],
  },
  'incident.add-note': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), kind: 'clinical', text: 'Has slept.' }),
    bad: [{ kind: 'secret' }, { text: null }, { text: 'x'.repeat(10_001) }, { by: 'Dana' }],
  },
  'incident.hold': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: forATeam(atWork), minutes: 10, reason: 'Team is clearing.' }),
    bad: [
      { minutes: 0 },
      { minutes: 241 },
      { minutes: 1.5 },
      { minutes: '10' },
      { reason: null },
      { until: 'x' },
    ],
  },
  'incident.recontact': {
    as: 'Pat',
    good: (atWork) => ({ incidentId: forATeam(atWork), answer: 'still-safe' }),
    bad: [{ answer: 'fine' }, { answer: null }, { minutes: 10 }],
  },
  'incident.release-hold': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: {} }, { why: 'expired' }],
  },
  'incident.close': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: referred(atWork), disposition: 'no-contact', note: '' }),
    bad: [{ disposition: 'done' }, { disposition: null }, { note: null }, { unserved: 'busy' }],
  },
  'unit.set-status': {
    as: 'Dana',
    good: () => ({ unitId: M1, status: 'off-duty' }),
    bad: [{ status: 'lost' }, { status: undefined }, { unitId: 7 }, { incidentId: 'i' }],
  },
  ...rosterExamples,
  ...EIDO_TOPIC_EXAMPLES,
  ...WANTS_EXAMPLES,
  ...MONITOR_EXAMPLES,
  ...STAGING_EXAMPLES,
  ...safetyExamples,
  'phone.take': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: offered(atWork) }),
    bad: [{ incidentId: null }, { clinician: 'Imani' }],
  },
  'phone.decline': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: offered(atWork), reason: 'On another line.' }),
    bad: [{ reason: '' }, { reason: null }, { reason: 'x'.repeat(301) }, { clinician: 'Imani' }],
  },
  'phone.answer-988': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: at988(atWork), accepted: true }),
    bad: [{ accepted: 'yes' }, { accepted: null }, { incidentId: 3 }, { why: 'x' }],
  },
  'operator.set-availability': {
    as: 'Cleo',
    good: (atWork) => {
      signOn(atWork, 'Cleo');
      return { availability: 'break', reason: 'Lunch' };
    },
    bad: [{ availability: 'busy' }, { availability: null }, { reason: 7 }, { operatorId: 'x' }],
  },
  ...transferExamples(talking, transferring),
  ...PLAN_EXAMPLES,
  ...outcomeExamples(talking),
  ...ECHO_EXAMPLES,
  ...POLICY_EXAMPLES,
  'decisions.overrides': {
    as: 'Sam',
    good: () => ({ lines: 20 }),
    bad: [{ lines: -1 }, { lines: 501 }, { lines: 1.5 }, { lines: '20' }, { from: 'x' }],
  },
  ...AREA_EXAMPLES,
  ...CALL_TYPE_EXAMPLES,
  ...DIRECTORY_EXAMPLES,
  ...INTAKE_LINE_EXAMPLES,
  ...PLACE_EXAMPLES,
  ...IMPORT_EXAMPLES,
  ...screenExamples(talking),
  ...CAUTION_EXAMPLES,
  ...PERSON_EXAMPLES,
  ...CONTACT_EXAMPLES,
  ...COST_EXAMPLES,
  ...REFERRAL_EXAMPLES,
  ...REPEAT_EXAMPLES,
  ...STAFFING_EXAMPLES,
  ...SHARING_EXAMPLES,
  ...HAND_OVER_EXAMPLES,
  ...ledgerExamples,
  ...outcomeFigureExamples,
  ...UNIT_EXAMPLES,
  ...WINDOW_EXAMPLES,
  ...OUTAGE_EXAMPLES,
  ...ADMINISTRATION_EXAMPLES,
};
