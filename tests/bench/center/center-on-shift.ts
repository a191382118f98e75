import { hashNow, setPassphrase } from '#db/settings/credentials.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId, OperatorId } from '#shared/lib/brand.ts';

/** A center with the people and units of the training shift, whose clock the benchmark turns. */
export interface CenterOnShift {
  readonly desk: Desk;
  /** Answers calls and decides. */
  readonly dana: Session;
  /** Helps by phone. */
  readonly cleo: Session;
  /** Gives a command that has to be carried out; throws with the desk's sentence otherwise. */
  do<T extends Topic>(topic: T, input: Input<T>, session?: Session): Output<T>;
  pass(minutes: number): void;
}

export const DISPATCHER = 'dana-reyes' as OperatorId;
export const CLINICIAN = 'cleo-brandt' as OperatorId;
export const PASSPHRASE = 'correct horse';

/** Opens the center of a folder; an empty folder becomes one. */
export function openCenter(
  folder: string,
  start = new Date(),
  key: Desk['key'] = null,
): CenterOnShift {
  let clock = start.getTime();
  const desk = openDesk({
    folder,
    key,
    mode: 'training',
    now: () => new Date(clock),
    log: () => undefined,
  });
  if (desk.policy() === null) {
    seedTraining(desk);
    // Training needs none; with it the same folder also opens as a live center.
    for (const who of [DISPATCHER, CLINICIAN]) setPassphrase(desk.db, who, hashNow(PASSPHRASE));
  }
  const dana = seat(desk, DISPATCHER);
  return {
    desk,
    dana,
    cleo: seat(desk, CLINICIAN),
    do: (topic, input, session = dana) => {
      const reply = desk.answer(topic, input, session);
      if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
      return reply.value;
    },
    pass: (minutes) => {
      clock += minutes * 60_000;
    },
  };
}

function seat(desk: Desk, operatorId: OperatorId): Session {
  const session: Session = { operator: null, focus: null };
  desk.answer('operator.sign-on', { operatorId, passphrase: '' }, session);
  return session;
}

const STREETS = ['N Broadway', 'W Division St', 'S Halsted St', 'W 63rd St', 'N Clark St'];
const AREAS = ['Uptown', 'Humboldt Park', 'Auburn Gresham', 'Chicago Lawn', 'Lakeview'];
const WORDS = [
  'My brother has not slept for days and talks to the television.',
  'There is a man at the bus stop who cries and will not leave.',
  'My daughter says she does not want to be here any more.',
  'A neighbor shouts in the stairwell, I think he stopped his medication.',
];
const TYPES = ['MHDIST', 'WELBNG', 'DISTUR', 'PERDWN', null];

/** Some call. The number only makes the calls differ. */
export function someCall(number: number): Input<'call.receive'> {
  const of = <T>(list: readonly T[]): T => list[number % list.length] as T;
  return {
    ani: `312-555-${String(number % 10_000).padStart(4, '0')}`,
    address: `${100 + ((number * 37) % 6000)} ${of(STREETS)}, ${of(AREAS)}`,
    words: of(WORDS),
    callType: of(TYPES),
  };
}

/** A call that rings. */
export function ring(center: CenterOnShift, number: number): CallId {
  return center.do('call.receive', someCall(number)).made as CallId;
}

/** A call that rings and is answered: its incident stands in the queue with every question open. */
export function answered(center: CenterOnShift, number: number): IncidentId {
  const callId = ring(center, number);
  return center.do('call.answer', { callId }).made as IncidentId;
}

/** Asked through to a team that may go unarmed: the commonest end of an intake. */
export function askedThrough(center: CenterOnShift, incidentId: IncidentId): void {
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    center.do('incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
  for (const fact of ['behavioral', 'in-person-need'])
    center.do('incident.answer-fact', {
      incidentId,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
}

/** Asked through to somebody who can be helped by phone. */
export function askedForPhone(center: CenterOnShift, incidentId: IncidentId): void {
  askedThrough(center, incidentId);
  const answers = { 'in-person-need': 'no', 'information-only': 'no' } as const;
  const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const;
  for (const [fact, answer] of Object.entries({ ...answers, ...able }))
    center.do('incident.answer-fact', { incidentId, fact, answer, informant: 'caller-saw' });
}

/** A conversation of the clinician's: asked through to the phone, decided and taken. */
export function talking(center: CenterOnShift, number: number): IncidentId {
  const incidentId = answered(center, number);
  askedForPhone(center, incidentId);
  const seen = recommended(center, incidentId);
  const choice = { response: seen.response, reason: null, secondPerson: null };
  center.do('incident.decide', { incidentId, seen, ...choice });
  center.do('phone.take', { incidentId }, center.cleo);
  return incidentId;
}

/** What the card shows before a person accepts it. */
export function recommended(center: CenterOnShift, incidentId: IncidentId) {
  const view = center.do('incident.focus', { incidentId });
  if (view === null) throw new Error('The incident is gone.');
  const { level, responseId } = view.recommendation;
  return { level, response: responseId };
}
