import type { Reading } from '../facts/fact.ts';
import type { PhoneDesk } from './phone-desk.ts';
import type { StatusLimit } from './status-limit.ts';
import type { Level } from '../routing/level.ts';

/**
 * A routing policy: everything a center decides for itself, as one dated document. Nothing about a
 * city is in code. Every value says where it comes from and whether the center has to verify it.
 */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly verify: string;
  readonly facts: readonly FactDefinition[];
  readonly responses: readonly ResponseDefinition[];
  /** Team type ids behind "police now" and "EMS now". */
  readonly services: { readonly police: string; readonly ems: string };
  /** The fact a clinician's "send somebody" answers with yes. */
  readonly inPersonFact: string;
  /** In order of precedence: the first gate with a firing rule sets level and response. */
  readonly gates: readonly Gate[];
  /**
   * The questions of the suicide screen, in the order they are asked. One that was begun and not
   * finished, or refused, is never routed as low (invariant 16).
   */
  readonly screen?: readonly string[];
  /** What a talk about means of harm answers; absent, it answers nothing by itself. */
  readonly means?: MeansFacts;
  /** Crew roles that make a team armed; what the verifier checks `unarmed` against. */
  readonly policeRoles?: readonly string[];
  /** Life-threatening medical facts: sent alongside whatever the gates decide (invariant 6). */
  readonly medical: MedicalGate;
  readonly teamTypes: readonly TeamType[];
  /** What a unit's vehicle can have and an incident can need; absent means the center names none. */
  readonly capabilities?: readonly Capability[];
  readonly areas: readonly Area[];
  readonly callTypes: readonly CallType[];
  readonly promises: Promises;
  /** How long a unit may stay in a status; the first that fits holds. Absent: nobody is warned. */
  readonly statusLimits?: readonly StatusLimit[];
  /** How calls are answered by phone. Absent: `phoneDeskOf` says what holds. */
  readonly phoneDesk?: PhoneDesk;
}

/** Facts that are yes as soon as a clinician hears that means of harm are within reach. */
export interface MeansFacts {
  /** A firearm or a blade the person can get to. */
  readonly weapon: string;
  /** Any means they can get to and mean to use. */
  readonly planned: string;
}

export interface Sourced {
  readonly source: string;
  readonly verify: boolean;
}

export const FACT_TOPICS = [
  'medical',
  'weapon',
  'violence',
  'suicide',
  'situation',
  'phone',
  'context',
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

export interface FactDefinition extends Sourced {
  readonly id: string;
  readonly topic: FactTopic;
  /** As read aloud to the caller. */
  readonly question: string;
  /** Two or three words for a row or a reason. */
  readonly label: string;
  readonly why: string;
  /** While a mandatory fact is not asked, no unarmed-only response may go (invariant 2). */
  readonly mandatory: boolean;
  /** Minutes until the answer must be asked again; null when it does not age. */
  readonly agesAfterMinutes: number | null;
  /** A yes is never routed below this level: the claim the rules are proved against. */
  readonly atLeast?: Level;
  /** A "no" from somebody who was only told, or from a record, reads as unknown (invariant 16). */
  readonly hearsayNo?: 'unknown';
}

export interface ResponseDefinition extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly who: string;
  /** The level this response is meant for; overriding below the recommended one is a lowering. */
  readonly level: Level;
  /** Neither police nor a police officer in the crew goes with it. */
  readonly unarmedOnly: boolean;
  readonly byPhone: boolean;
  /** Team types that can fill it, best first. Empty for a response without a unit. */
  readonly teamTypes: readonly string[];
  /** Whether one unit of any of those types fills it, or one of each is wanted. */
  readonly sends: 'one-of' | 'one-of-each';
  /** Minutes from decision to the first contact that the center promises. */
  readonly promiseMinutes: number;
  /** Responses to offer when no team is available, best first. */
  readonly fallbacks: readonly string[];
  /** An alternative to police and EMS: who is recommended one and gets none is in the ledger. */
  readonly alternative?: boolean;
  /** What must be so whenever the rules recommend it: the claim they are proved against. */
  readonly needs?: readonly Condition[];
}

export interface Condition {
  readonly fact: string;
  /** The rule needs the reading to be one of these. */
  readonly is: readonly Reading[];
}

export interface Rule extends Sourced {
  readonly id: string;
  /** All of them must hold. An empty list always holds. */
  readonly when: readonly Condition[];
  readonly because: string;
  /** Overrides the gate's response. */
  readonly response?: string;
}

export interface Gate {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly response: string;
  readonly rules: readonly Rule[];
}

export interface MedicalGate {
  readonly id: string;
  readonly title: string;
  readonly response: string;
  readonly rules: readonly Rule[];
}

export interface ServiceHours {
  /** 0 Sunday … 6 Saturday. */
  readonly days: readonly number[];
  /** Minutes after local midnight, [from, to). */
  readonly from: number;
  readonly to: number;
}

/**
 * A team as it is staffed during one period. One id may stand several times with periods that follow
 * each other: crews, hours and areas change, and the policy says from when.
 */
export interface TeamType extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly requiredRoles: readonly string[];
  readonly unarmed: boolean;
  /** The highest level this team may be sent to. */
  readonly riskCeiling: Level;
  /** Area ids it serves; null serves everywhere. */
  readonly areas: readonly string[] | null;
  /** Codes of the call types it serves; null or absent serves all. */
  readonly callTypes?: readonly string[] | null;
  readonly hours: readonly ServiceHours[];
  /** While it is with the person, its crew is heard at least this often; absent means never asked. */
  readonly checkInMinutes?: number;
  /** Minutes after a check-in was due until police back-up is recommended; absent means at once. */
  readonly checkInGraceMinutes?: number;
  /** ISO dates, [from, to); null has no end. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** What a vehicle can do for a person, beside who is in it. */
export interface Capability extends Sourced {
  readonly id: string;
  readonly label: string;
}

export interface Area extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

export interface CallType extends Sourced {
  readonly code: string;
  readonly label: string;
  readonly priority: number;
  /** Whether the type alone says mental health or substance use; *ask* leaves it to the questions. */
  readonly behavioral: 'yes' | 'no' | 'ask';
  /** Answers the type itself states, taken as "from a record". */
  readonly states: readonly { readonly fact: string; readonly answer: 'yes' | 'no' }[];
}

export interface Promises extends Sourced {
  readonly answerSeconds: number;
  readonly decideSeconds: number;
  readonly clinicianMinutes: number;
  readonly recontactMinutes: number;
}

export function findResponse(policy: Policy, id: string): ResponseDefinition {
  const response = policy.responses.find((candidate) => candidate.id === id);
  if (response === undefined)
    throw new Error(`The policy ${policy.version} has no response "${id}".`);
  return response;
}

/** Its id when the policy in force does not have it: what was written before stays readable. */
export function capabilityLabel({ capabilities = [] }: Policy, id: string): string {
  return capabilities.find((capability) => capability.id === id)?.label ?? id;
}

export function findFact(policy: Policy, id: string): FactDefinition | undefined {
  return policy.facts.find((fact) => fact.id === id);
}
