import { setPassphrase } from '#db/settings/credentials.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId, OperatorId } from '#shared/lib/brand.ts';
import { openAtWork, PASSPHRASE, type DeskAtWork } from '../../support/desk-at-work.ts';

/** A center with the people and units of the training shift, whose clock the benchmark turns. */
export interface CenterOnShift {
  readonly atWork: DeskAtWork;
  readonly dana: Session;
  readonly cleo: Session;
  do<T extends Topic>(topic: T, input: Input<T>): Output<T>;
  close(): void;
}

export const DISPATCHER = 'dana-reyes' as OperatorId;
export { PASSPHRASE };

/** Opens the center of a folder; an empty folder becomes one. */
export function openCenter(folder: string, start: Date): CenterOnShift {
  const atWork = openAtWork(folder, start.toISOString());
  const { desk } = atWork;
  if (desk.policy() === null) {
    seedTraining(desk);
    // Training needs none; with it the same folder also opens as a live center.
    setPassphrase(desk.db, DISPATCHER, PASSPHRASE);
  }
  const dana = atWork.as('Dana Reyes');
  return {
    atWork,
    dana,
    cleo: atWork.as('Cleo Brandt'),
    do: (topic, input) => atWork.do(dana, topic, input),
    close: () => desk.close(),
  };
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

/** A call that rings. The number only makes the calls differ. */
export function ring(center: CenterOnShift, number: number): CallId {
  const of = <T>(list: readonly T[]): T => list[number % list.length] as T;
  const { made } = center.do('call.receive', {
    ani: `312-555-${String(number % 10_000).padStart(4, '0')}`,
    address: `${100 + ((number * 37) % 6000)} ${of(STREETS)}, ${of(AREAS)}`,
    words: of(WORDS),
    callType: of(TYPES),
  });
  return made as CallId;
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

/** What the card shows before a person accepts it. */
export function recommended(center: CenterOnShift, incidentId: IncidentId) {
  const view = center.do('incident.focus', { incidentId });
  if (view === null) throw new Error('The incident is gone.');
  const { level, responseId } = view.recommendation;
  return { level, response: responseId };
}
