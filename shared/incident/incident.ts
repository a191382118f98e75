import type { AlternativeCourse, DecidedCourse } from './alternative-course.ts';
import type { ClosedAs } from './disposition.ts';
import type { Place } from './place.ts';
import type { Routed } from './routed.ts';
import type { Staging } from './staging.ts';
import type { Recontact } from './recontact-events.ts';
import type { Narrative } from '../call-type/words-flag.ts';
import type { IncidentCautions } from '../caution/caution.ts';
import type { Absorbed, MergedInto } from '../duplicate/merge-events.ts';
import type { Facts, Reading } from '../facts/fact.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import type { From988 } from '../phone/from-988.ts';
import type { CameBack, ConsentRefused, JoinedTeam, Transfer } from '../phone/transfer.ts';
import type { Level } from '../routing/level.ts';
import type { Asked, Passed } from '../phone/offer.ts';
import type { FrozenOffer } from '../routing/alternatives.ts';
import type { Recommendation } from '../routing/recommendation.ts';
import type { Monitoring } from '../phone/monitoring.ts';
import type { LostCaller } from '../phone/outcome-events.ts';
import type { LanguageNeed } from '../unit/language.ts';
import type { StackEnd } from '../unit/unit-events.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** What a person decided, with everything needed to derive the recommendation again. */
export interface Decision {
  readonly how: 'accepted' | 'overridden' | 'upgraded';
  readonly response: string;
  readonly level: Level;
  readonly direction: 'same' | 'up' | 'down';
  /** Who has to be found next: a unit, a clinician for the phone, or nobody (a referral). */
  readonly fill: 'unit' | 'clinician' | 'nobody';
  readonly recommendation: Recommendation;
  /** Every reading the policy could see at that moment, by fact id. */
  readonly readings: Readonly<Record<string, Reading>>;
  /** Who could have gone just then; null in decisions written before it was kept. */
  readonly offered: FrozenOffer | null;
  /** How it stands to the alternative responses; null in decisions written before it was kept. */
  readonly alternative: DecidedCourse | null;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly reason: string | null;
  readonly secondPerson: OperatorId | null;
}

/** The decision as the incident carries it: what it was made from stays in the journal, read seldom. */
export interface Decided extends Omit<
  Decision,
  'recommendation' | 'readings' | 'offered' | 'alternative'
> {
  readonly recommended: { readonly level: Level; readonly response: string };
  readonly at: string;
  readonly by: OperatorId;
}

export interface AssignedUnit {
  readonly unitId: UnitId;
  readonly status: UnitStatus;
  readonly assignedAt: string;
  /** It got to the person or the scene: one that broke down on its way has helped nobody. */
  readonly reached: boolean;
  /** The same before its present status: what a correction of that status falls back on. */
  readonly reachedBefore: boolean;
  /** Set when the unit left the incident. */
  readonly releasedAt: string | null;
}

/** The phone side of an incident. A state per phase, so that "transferring to nobody" cannot be said. */
export type Phone =
  | { readonly state: 'none' }
  | {
      readonly state: 'offered';
      /** When it began to wait for a clinician. */
      readonly since: string;
      readonly asked: Asked;
      readonly passed: readonly Passed[];
    }
  /** Neither a clinician nor 988 took it; the response that is recommended instead. */
  | { readonly state: 'untaken'; readonly since: string; readonly fallback: string }
  | { readonly state: 'with-clinician'; readonly since: string; readonly clinician: OperatorId }
  | {
      readonly state: 'transferring';
      readonly since: string;
      readonly clinician: OperatorId;
      readonly transfer: Transfer;
    }
  | ({ readonly state: 'lost'; readonly since: string } & LostCaller)
  | { readonly state: 'ended'; readonly since: string };

export interface Hold {
  readonly until: string;
  readonly reason: string;
  readonly since: string;
  readonly expired: boolean;
}

export interface Upgrade {
  readonly services: readonly Service[];
  readonly at: string;
  readonly by: OperatorId;
  /** Called by the clinician on the line. */
  readonly fromLine: boolean;
}

/** A unit that comes after its present incident. */
export interface StackedUnit {
  readonly unitId: UnitId;
  /** Number of the incident it is on first. */
  readonly afterNumber: number;
  /** Done there: somebody has to send it now. */
  readonly free: boolean;
}

/** A unit that was coming and does not come any more. */
export type LostUnit =
  | {
      readonly unitId: UnitId;
      readonly why: 'pre-empted' | 'reassigned';
      /** The incident it went to instead. */
      readonly byNumber: number;
    }
  | { readonly unitId: UnitId; readonly why: 'stood-down' | 'unstacked' | StackEnd };

export const SERVICES = ['police', 'ems'] as const;
export type Service = (typeof SERVICES)[number];

/** Somebody, or a decision on a medical fact, has called EMS to it. */
export function isEmsCalled({ upgrades }: Pick<Incident, 'upgrades'>): boolean {
  return upgrades.some(({ services }) => services.includes('ems'));
}

/** The work. Its phase is derived (see phase.ts), never stored, so that no two fields can disagree. */
export interface Incident {
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly callId: CallId;
  readonly openedAt: string;
  readonly owner: OperatorId;
  readonly place: Place;
  readonly callback: string | null;
  readonly callType: string | null;
  readonly words: string;
  /** Further calls about it, in the order in which they were joined. */
  readonly alsoCalled: readonly CallId[];
  /** Incidents that stand in it, in the order in which they were merged. */
  readonly absorbed: readonly Absorbed[];
  /** The one it stands in; it is closed as long as it does. */
  readonly mergedInto: MergedInto | null;
  /** What has to be spoken with the person; null while nobody said that it is another language. */
  readonly language: LanguageNeed | null;
  /** Ids of the capabilities the vehicle should have. */
  readonly capabilities: readonly string[];
  readonly facts: Facts;
  readonly decision: Decided | null;
  /** Whether it is eligible for an alternative response, and why none came; null while undecided. */
  readonly alternative: AlternativeCourse | null;
  /** Set when a later fact lifted the level above the decided one; cleared by the next decision. */
  readonly raised: { readonly from: Level; readonly to: Level; readonly at: string } | null;
  /** Why the incident came back to dispatch; cleared by the next decision. */
  readonly returned: string | null;
  readonly upgrades: readonly Upgrade[];
  readonly units: readonly AssignedUnit[];
  readonly stacked: readonly StackedUnit[];
  /** Who waits until the scene is secure. */
  readonly staging: readonly Staging[];
  /** The last unit taken from it; cleared when another is sent or a new decision is made. */
  readonly lost: LostUnit | null;
  readonly cautions: IncidentCautions;
  readonly phone: Phone;
  /** Who owned it before a clinician took the call: an escalation goes back there. */
  readonly phoneFrom: OperatorId | null;
  /** Whom the clinician on the line has called to it while they go on talking; null for nobody. */
  readonly fromLine: 'field' | 'police-ems' | null;
  /** Who put it on its way, and what they decided: they hear how it ended. */
  readonly routedBy: readonly Routed[];
  /** Failed transfers so far: one is allowed, then it stays (invariant 8). */
  readonly bounces: number;
  /** The last transfer, as long as it failed and its conversation goes on. */
  readonly cameBack: CameBack | null;
  /** The caller on the line wants nobody else there. */
  readonly consentRefused: ConsentRefused | null;
  /** Teams outside this board that took the caller over and go to them. */
  readonly joined: readonly JoinedTeam[];
  /** What 988 handed over with it, and heard back; null when it came another way. */
  readonly from988: From988 | null;
  readonly hold: Hold | null;
  /** Calls back to a caller who waits. */
  readonly recontact: Recontact;
  /** The clinicians who follow it, and what they ask of dispatch. */
  readonly monitoring: Monitoring;
  /** What its words and notes may speak of, and what a person said of that. */
  readonly narrative: Narrative;
  /** The last promise that passed unkept: which step, and when that step had begun. */
  readonly missed: { readonly step: string; readonly from: string } | null;
  /** Taken over from a paper card, and when it was entered: no promise from before is alarmed. */
  readonly backEntered: { readonly card: string; readonly at: string } | null;
  readonly closed: {
    readonly disposition: ClosedAs;
    readonly note: string;
    readonly at: string;
    readonly by: OperatorId;
  } | null;
}
