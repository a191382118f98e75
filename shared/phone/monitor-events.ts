import type { OverdueTo } from './nomination.ts';
import type { IncidentId, OperatorId, UnitId } from '../lib/brand.ts';

type On<Type extends string, Body = unknown> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** What a step-down asks of the units named: to wait out of sight, or not to come. */
export const STEP_DOWNS = ['stage', 'stand-down'] as const;
export type StepDownKind = (typeof STEP_DOWNS)[number];

/** Why a step-down came to an end that nobody ended by hand. */
export type StepDownEnd =
  /** No dispatcher answered in time, so nothing has changed. */
  | 'unanswered'
  /** Decided otherwise before anybody answered. */
  | 'superseded'
  /** The clinician did not say in time that it is still calm. */
  | 'lapsed'
  | 'line-ended'
  | 'signed-off'
  /** The conversation ended well. */
  | 'calm'
  | 'raised'
  | 'police-ems-now'
  | 'went-in'
  | 'sent-again'
  | 'gone'
  | 'closed';

/** A clinician who follows an incident of others, and what they tell its dispatcher. All of it is dispatch record. */
export type MonitorEvent =
  | On<'monitor.joined', { clinician: OperatorId }>
  | On<'monitor.left', { clinician: OperatorId }>
  /** It ended without their doing. */
  | On<'monitor.ended', { clinician: OperatorId; why: 'closed' | 'signed-off' | 'took-call' }>
  /** How to approach the person; never a diagnosis. `forTeam` is also read to the crews on their way. */
  | On<'monitor.advised', { adviceId: string; text: string; forTeam: boolean }>
  | On<'monitor.advice-seen', { adviceId: string }>
  | On<'monitor.advice-answered', { adviceId: string; followed: boolean; reason: string | null }>
  | On<'monitor.advice-unseen', { adviceId: string; from: string }>
  /** `since` is when it was asked of the waiting call it came from; null when it is asked now. */
  | On<
      'monitor.nominated',
      { clinician: OperatorId; response: string; reason: string; since: string | null }
    >
  | On<'monitor.nomination-denied', { clinician: OperatorId; reason: string }>
  | On<'monitor.nomination-withdrawn', { clinician: OperatorId }>
  | On<
      'monitor.nomination-settled',
      { clinician: OperatorId; how: 'approved' | 'superseded' | 'signed-off' | 'closed' }
    >
  | On<'monitor.nomination-overdue', { to: OverdueTo; from: string }>
  | On<
      'monitor.step-down-proposed',
      {
        clinician: OperatorId;
        does: StepDownKind;
        units: readonly UnitId[];
        reason: string;
        /** How long the answer may take, and each word that it is still calm may stand. */
        seconds: number;
      }
    >
  | On<'monitor.step-down-withdrawn', { clinician: OperatorId }>
  | On<'monitor.step-down-refused', { clinician: OperatorId; reason: string }>
  | On<
      'monitor.step-down-agreed',
      {
        clinician: OperatorId;
        does: StepDownKind;
        units: readonly UnitId[];
        /** Where they wait; empty when they do not come at all. */
        place: string;
        reason: string;
        secondPerson: OperatorId | null;
      }
    >
  | On<'monitor.step-down-confirmed', { clinician: OperatorId }>
  | On<'monitor.step-down-resumed', { units: readonly UnitId[]; reason: string }>
  | On<'monitor.step-down-ended', { agreed: boolean; units: readonly UnitId[]; why: StepDownEnd }>;

export function isOfMonitor(event: { readonly type: string }): event is MonitorEvent {
  return event.type.startsWith('monitor.');
}
