import type { Incident } from './incident.ts';
import type { IncidentId } from '../lib/brand.ts';
import type { LostCheck } from '../phone/lost-caller.ts';

export const RECONTACT_ANSWERS = ['still-safe', 'worse', 'no-answer'] as const;
export type RecontactAnswer = (typeof RECONTACT_ANSWERS)[number];

/** What a person is recommended to do after calls nobody answered. */
export type RecontactAdvice = 'send' | LostCheck;

/** What becomes of calling back a caller who waits. */
export type RecontactEvent =
  | {
      readonly type: 'incident.caller-recontacted';
      readonly incidentId: IncidentId;
      readonly answer: RecontactAnswer;
      /** Calls in a row nobody answered, this one included. */
      readonly unanswered: number;
      /** What the desk recommends after it; a person does it. */
      readonly recommends: RecontactAdvice | null;
    }
  | {
      /** Nobody called again in time; `from` is when that time began. */
      readonly type: 'incident.recontact-missed';
      readonly incidentId: IncidentId;
      readonly from: string;
    };

/** The calls back to the caller of an incident. */
export interface Recontact {
  /** When somebody called last; null before the first time. */
  readonly at: string | null;
  readonly unanswered: number;
  /** Beginning of the last time that was written as missed. */
  readonly missedFrom: string | null;
}

export const NO_RECONTACT: Recontact = { at: null, unanswered: 0, missedFrom: null };

const WORSE = 'The caller says it is worse: ask again and decide again';

export function evolveRecontact(incident: Incident, event: RecontactEvent, at: string): Incident {
  const { recontact } = incident;
  if (event.type === 'incident.recontact-missed')
    return { ...incident, recontact: { ...recontact, missedFrom: event.from } };
  const { answer, unanswered } = event;
  const called = { ...incident, recontact: { ...recontact, at, unanswered } };
  return answer === 'worse' ? { ...called, hold: null, returned: WORSE } : called;
}
