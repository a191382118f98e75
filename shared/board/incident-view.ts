import type { WordsFlag } from '../call-type/words-flag.ts';
import type { CautionLine, TeamCard } from './caution-lines.ts';
import type { ClinicalView } from './clinical-view.ts';
import type { ApproachLine } from './clinical-work.ts';
import type { ContactLine } from './contact-lines.ts';
import type { MonitoringView } from './monitoring-view.ts';
import type { OfferView } from './offer-lines.ts';
import type { SentView } from './sent-view.ts';
import type { From988View, TransfersView } from './transfer-view.ts';
import type { CallerLine } from './duplicate-lines.ts';
import type { MergedInto } from '../duplicate/merge-events.ts';
import type { FactRecord, Reading } from '../facts/fact.ts';
import type { ReasonNeeded } from '../incident/alternative-course.ts';
import type { Decided, Hold, Incident, Phone, StackedUnit } from '../incident/incident.ts';
import type { Phase } from '../incident/phase.ts';
import type { Place } from '../incident/place.ts';
import type { RecontactAdvice } from '../incident/recontact-events.ts';
import type { Staging } from '../incident/staging.ts';
import type { CallId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { KeptPartition } from '../partition/partition.ts';
import type { FoundArea } from '../place/area-map.ts';
import type { FactTopic } from '../policy/policy.ts';
import type { Level } from '../routing/level.ts';
import type { ScreenHazard } from '../screen/screen-hazard.ts';
import type { LanguageNeed } from '../unit/language.ts';
import type { Candidate } from '../unit/rank-units.ts';
import type { Running } from '../timers/running.ts';
import type { SafetyState } from '../unit/safety.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** A reason as the card says it: a sentence, its rule id, and where the rule comes from. */
export interface ReasonLine {
  readonly rule: string;
  readonly because: string;
  readonly source: string;
}

export interface FactLine {
  readonly id: string;
  readonly topic: FactTopic;
  readonly label: string;
  readonly question: string;
  readonly why: string;
  readonly mandatory: boolean;
  readonly reading: Reading;
  /** The answer as given, even when aged; null when never asked. */
  readonly record: FactRecord | null;
  /** Name of the operator who recorded the current answer. */
  readonly recordedBy: string | null;
  /** No answer to it can change the recommendation any more. */
  readonly settled: boolean;
}

export interface RecommendationView {
  readonly level: Level;
  readonly levelName: string;
  readonly responseId: string;
  readonly response: string;
  readonly who: string;
  readonly promiseMinutes: number;
  readonly alongside: readonly { readonly id: string; readonly label: string }[];
  readonly provisional: boolean;
  readonly reasons: readonly ReasonLine[];
  /** Labels of mandatory facts not asked, in asking order. */
  readonly unasked: readonly string[];
  readonly next: { readonly fact: string; readonly question: string; readonly why: string } | null;
  readonly wouldChange: readonly {
    readonly label: string;
    readonly answer: 'yes' | 'no';
    readonly level: Level;
    readonly response: string;
  }[];
  /** Why an unarmed-only response may not go now; null when it may. */
  readonly unarmedBar: string | null;
  /** What is recommended and what could go instead, in the order to try them. */
  readonly ranked: readonly RankedResponse[];
  /** Id of the first of them that nothing stands against now; null when nobody is free. */
  readonly goesNow: string | null;
}

/** One way to answer, as the card says it. */
export interface RankedResponse {
  readonly response: string;
  readonly label: string;
  readonly standing: 'recommended' | 'fallback';
  /** What stands against it now, in plain words, with the team it is about; empty when it can go. */
  readonly shortfalls: readonly { readonly team: string; readonly text: string }[];
  /** Why it may not go unarmed; null when it may. */
  readonly barred: string | null;
  readonly reasons: readonly ReasonLine[];
}

export interface TimelineLine {
  readonly seq: number;
  /** When it happened. */
  readonly at: string;
  /** Taken over from paper: when it was entered, and whether the real time is only about right. */
  readonly entered?: { readonly at: string; readonly about: boolean };
  readonly by: string;
  readonly text: string;
  /** Number of the merged incident it was written on; absent for its own. */
  readonly of?: number;
  /** Colours nothing by itself: the word stands in the row. */
  readonly kind:
    | 'call'
    | 'fact'
    | 'decision'
    | 'unit'
    | 'phone'
    | 'alert'
    | 'note'
    // A note of a protected partition, by its partition.
    | KeptPartition;
  /** A note whose writer took it back: it is read, and read as struck. */
  readonly struck?: true;
}

/** A choice in the override sheet, with what stands against it. */
export interface ResponseOption {
  readonly id: string;
  readonly label: string;
  readonly who: string;
  readonly level: Level;
  readonly direction: 'same' | 'up' | 'down';
  readonly recommended: boolean;
  /** Why it may not be chosen now; null when it may. */
  readonly barred: string | null;
  readonly needsReason: boolean;
  readonly needsSecondPerson: boolean;
  /** Why no alternative response goes has to be said with it; null when it has not. */
  readonly needsUnservedReason: ReasonNeeded | null;
}

/** A unit that could go, and what becomes of the incident it is on when it does. */
export interface SendCandidate extends Candidate {
  readonly team: string;
  /** Only for a unit on another incident. */
  readonly onOther?: OnOther;
}

/** Somebody who is on it or on the way to it. */
export interface OnIt {
  /** Call sign, service or name. */
  readonly who: string;
  /** What they do: a status, or how they were called. */
  readonly does: string;
  /** ISO instant they began to. */
  readonly since: string;
  /** Null for a voice on the phone. */
  readonly arms: 'armed' | 'unarmed' | null;
}

export interface OnOther {
  readonly number: number;
  readonly level: Level;
  /** Why it may not be pre-empted from there; null when it may. */
  readonly barred: string | null;
  /** It may not be pre-empted, and may be moved all the same by a person who says why. */
  readonly reassignable: boolean;
}

/** The incident in focus, filtered in main for the role that looks at it. */
export interface IncidentView {
  readonly incidentId: IncidentId;
  readonly revision: number;
  readonly number: number;
  readonly callId: CallId;
  readonly openedAt: string;
  readonly receivedAt: string;
  /** Everybody who called about it, the first caller first. */
  readonly callers: readonly CallerLine[];
  /** Incidents that stand in it. */
  readonly absorbed: readonly MergedInto[];
  /** Where it stands itself; null for most. */
  readonly mergedInto: MergedInto | null;
  readonly phase: Phase;
  readonly owner: OperatorId;
  readonly ownerName: string;
  readonly place: Place;
  readonly area: string | null;
  readonly zone: string | null;
  /** The area its point lies in, when that is another one than was set; a person says which is right. */
  readonly pointArea: FoundArea | null;
  /** When the latest location of the caller was taken; null while none came. */
  readonly locatedAt: string | null;
  readonly callback: string | null;
  /** Whom it is said to be about, and when anybody known last changed: then whom it may be about is asked anew. */
  readonly known: {
    readonly name: string;
    readonly birthDate: string | null;
    readonly asOf: number;
  };
  readonly callType: string | null;
  readonly callTypeLabel: string | null;
  readonly words: string;
  /** What has to be spoken with the person, and what the vehicle should have: ids of capabilities. */
  readonly language: LanguageNeed | null;
  readonly capabilities: readonly string[];
  readonly facts: readonly FactLine[];
  readonly recommendation: RecommendationView;
  readonly options: readonly ResponseOption[];
  readonly needsDecision: boolean;
  readonly decision: (Decided & { readonly responseLabel: string; readonly byName: string }) | null;
  readonly raised: string | null;
  readonly returned: string | null;
  /** Team types still to be sent under the standing decision, as labels; empty when all are on it. */
  readonly wanted: readonly string[];
  /** Units that could go: those still wanted first, the recommended ones at the top. */
  readonly candidates: readonly SendCandidate[];
  readonly units: readonly {
    readonly unitId: string;
    readonly status: UnitStatus;
    readonly assignedAt: string;
    readonly releasedAt: string | null;
  }[];
  /** Those this role may read: what counts now first, then, to be greyed, what has expired. */
  readonly cautions: readonly CautionLine[];
  /** What only clinicians see; null for everybody else. */
  readonly clinical: ClinicalView | null;
  /** How to approach, for everybody; null while no clinician advised. */
  readonly approach: ApproachLine | null;
  /** Calls somebody promised and nobody has ended, the next first. */
  readonly contacts: readonly ContactLine[];
  /** What is read to each crew that is on its way; empty while no caution counts and nobody advised. */
  readonly teamCards: readonly TeamCard[];
  /** How the people in the units on it stand, worst first; only those with something owed or wrong. */
  readonly safety: readonly {
    readonly unitId: string;
    readonly state: SafetyState;
    readonly since: string;
    readonly dueAt: string | null;
    /** Never sent by itself: a person decides. Null when police is there, or nothing is wrong. */
    readonly recommends: 'police' | null;
  }[];
  /** Units that are in their status for too long; `minutes` is the limit, if it still has one. */
  readonly overdue: readonly {
    readonly unitId: string;
    readonly status: UnitStatus;
    readonly since: string;
    readonly minutes: number | null;
  }[];
  /** The next call back to a caller who waits; null while nobody does. */
  readonly recontact:
    | (Running & {
        readonly lastAt: string | null;
        readonly unanswered: number;
        /** After calls nobody answered. Never done by itself: a person decides. */
        readonly recommends: RecontactAdvice | null;
      })
    | null;
  /** Units that come after their present incident; `free` once they are done there. */
  readonly stacked: readonly StackedUnit[];
  /** Units on it, services asked for by radio, and the clinician on the phone. */
  readonly onIt: readonly OnIt[];
  /** Who waits near it until the scene is secure. */
  readonly staging: readonly Staging[];
  /** The clinicians who follow it, their advice, and what of them waits for an answer. */
  readonly monitoring: MonitoringView;
  readonly phone: Phone;
  /** Null unless it waits for a clinician, or nobody took it. */
  readonly offer: OfferView | null;
  /** Whom the clinician on the line has called to it while they go on talking. */
  readonly fromLine: Incident['fromLine'];
  readonly bounces: number;
  readonly transfers: TransfersView;
  /** Null when it did not come from 988. */
  readonly from988: From988View | null;
  /** What the center that handed it over says of it; null when none did. */
  readonly sent: SentView | null;
  readonly hold: Hold | null;
  /** Closing needs the reason why no alternative response came; null when it does not. */
  readonly unservedReasonNeeded: ReasonNeeded | null;
  readonly closed: {
    readonly disposition: string;
    readonly at: string;
    readonly note: string;
  } | null;
  readonly timeline: readonly TimelineLine[];
  /** What its words may speak of although nobody has asked; null when nothing is to be asked. */
  readonly flag: WordsFlag | null;
  /** All that dispatch hears of a suicide screen besides its fact answers: a word for danger. */
  readonly suicideScreen: ScreenHazard | null;
}
