import { freshOffer } from './offer.ts';
import type { EndedWith } from './ending.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Incident } from '../incident/incident.ts';
import { NO_RECONTACT } from '../incident/recontact-events.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';

export const HUNG_UP = ['caller', 'line', 'not-known'] as const;
/** Who ended it: the person, or nobody and the line failed. */
export type HungUp = (typeof HUNG_UP)[number];
export const HUNG_UP_LABELS: Readonly<Record<HungUp, string>> = {
  caller: 'The caller hung up',
  line: 'The line broke off',
  'not-known': 'Not known',
};

/** Where somebody was last, and when that was known. */
export interface LastKnown {
  readonly place: string;
  /** ISO instant. */
  readonly at: string;
}

/** A conversation that broke off. Last words are a clinical note: they are not kept here. */
export interface LostCaller {
  /** Who had them on the line. */
  readonly clinician: OperatorId;
  readonly hungUp: HungUp;
  readonly lastKnown: LastKnown | null;
}

type On<Type extends string, Body> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** How a conversation by phone ended or goes on, past tense. */
export type OutcomeEvent =
  /** `stays`: the caller stays on the line with the clinician while a team is found. */
  | On<'phone.escalated', { to: 'field' | 'police-ems'; reason: string; stays: boolean }>
  /** `ended` is null in entries of before it was kept, and where the end was worked on paper. */
  | On<'phone.resolved', { outcome: DispositionCode; ended: EndedWith | null }>
  | On<'phone.caller-lost', LostCaller>
  /** `clinician` has them on the line again; null when somebody else reached them. */
  | On<'phone.caller-found', { clinician: OperatorId | null }>;

/** The incident after one more of them. */
export function evolveOutcome(
  incident: Incident,
  event: AsRead<OutcomeEvent>,
  at: string,
): Incident {
  const ended = { state: 'ended', since: at } as const;
  switch (event.type) {
    case 'phone.escalated': {
      const back = { ...incident, hold: null, returned: event.reason, cameBack: null };
      if (event.stays) return { ...back, fromLine: incident.fromLine ?? 'field' };
      return { ...back, owner: ownerAfter(incident), fromLine: null, phone: ended };
    }
    case 'phone.resolved': {
      const escalated = event.outcome.startsWith('escalated');
      const owner = escalated ? ownerAfter(incident) : incident.owner;
      return { ...incident, owner, fromLine: null, cameBack: null, phone: ended };
    }
    case 'phone.caller-lost': {
      const { clinician, hungUp, lastKnown } = event;
      return {
        ...incident,
        hold: null,
        cameBack: null,
        // Calls to a caller who waited say nothing about one who is gone.
        recontact: NO_RECONTACT,
        phone: { state: 'lost', since: at, clinician, hungUp, lastKnown },
      };
    }
    case 'phone.caller-found': {
      const { clinician } = event;
      return clinician === null
        ? { ...incident, phone: freshOffer(at) }
        : {
            ...incident,
            owner: clinician,
            phone: { state: 'with-clinician', since: at, clinician },
          };
    }
  }
}

/** Back to who sent it to the phone. */
function ownerAfter({ phoneFrom, owner }: Incident): OperatorId {
  return phoneFrom ?? owner;
}
