import type { UnitEvent } from './unit-events.ts';
import type { UnitStatus } from './unit-status.ts';
import type { IncidentId, OperatorId, UnitId } from '../lib/brand.ts';

export const ALARMS = ['back-up', 'duress'] as const;
export type Alarm = (typeof ALARMS)[number];

type OnUnit<Type extends string, Body = object> = {
  readonly type: Type;
  readonly unitId: UnitId;
  /** The incident the unit is on; its timeline shows the event. */
  readonly incidentId: IncidentId | null;
} & Readonly<Body>;

/** What becomes of the people in a unit, past tense. */
export type SafetyEvent =
  /** `heard`: by voice or radio, and somebody at a console said so. */
  | OnUnit<'unit.checked-in', { how: 'heard' }>
  /** Nothing was heard since `since`, and it is due now: supervisors see it. Once for each clock. */
  | OnUnit<'unit.check-in-late', { since: string; due: string }>
  /** Nothing was heard since `since`, although it was due at `due` and the grace has passed. Once. */
  | OnUnit<'unit.check-in-missed', { since: string; due: string }>
  /** The PC's clock was set back behind the check-in clock: it counts from `from` now. */
  | OnUnit<'unit.check-in-clock-set', { from: string }>
  | OnUnit<'unit.back-up-asked'>
  | OnUnit<'unit.back-up-acknowledged'>
  | OnUnit<'unit.back-up-cleared', { reason: string }>
  | OnUnit<'unit.duress-raised'>
  | OnUnit<'unit.duress-acknowledged'>
  | OnUnit<'unit.duress-cleared', { reason: string }>;

export interface RaisedAlarm {
  readonly since: string;
  /** Who has seen it at a console, in the order they did. */
  readonly acknowledged: readonly OperatorId[];
}

/** What is known of the people in a unit. Instants are ISO, by the desk's clock. */
export interface UnitSafety {
  readonly unitId: UnitId;
  readonly status: UnitStatus;
  /** When the running check-in clock began: with the status, or with the last check-in. */
  readonly from: string;
  /** When a late check-in of this clock was written down; null while none was. */
  readonly lateAt: string | null;
  /** When a missed check-in of this clock was written down; null while none was. */
  readonly missedAt: string | null;
  readonly backUp: RaisedAlarm | null;
  readonly duress: RaisedAlarm | null;
}

type Concerned =
  | SafetyEvent
  | Extract<UnitEvent, { type: 'unit.added' | 'unit.status-changed' | 'unit.status-corrected' }>;

/** The unit's safety after one more event; `at` is the ISO instant it was written, `by` who wrote it. */
export function evolveSafety(
  safety: UnitSafety | null,
  event: Concerned,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): UnitSafety | null {
  const { unitId } = event;
  if (event.type === 'unit.added')
    return {
      unitId,
      status: 'off-duty',
      from: at,
      lateAt: null,
      missedAt: null,
      backUp: null,
      duress: null,
    };
  if (safety === null) return null;
  switch (event.type) {
    case 'unit.status-changed':
    case 'unit.status-corrected':
      return { ...safety, status: event.to, from: at, lateAt: null, missedAt: null };
    case 'unit.checked-in':
      return { ...safety, from: at, lateAt: null, missedAt: null };
    case 'unit.check-in-clock-set':
      return { ...safety, from: event.from };
    case 'unit.check-in-late':
      return { ...safety, lateAt: at };
    case 'unit.check-in-missed':
      return { ...safety, missedAt: at };
    case 'unit.back-up-asked':
      return { ...safety, backUp: { since: at, acknowledged: [] } };
    case 'unit.back-up-acknowledged':
      return { ...safety, backUp: seen(safety.backUp, by) };
    case 'unit.back-up-cleared':
      return { ...safety, backUp: null };
    case 'unit.duress-raised':
      return { ...safety, duress: { since: at, acknowledged: [] } };
    case 'unit.duress-acknowledged':
      return { ...safety, duress: seen(safety.duress, by) };
    case 'unit.duress-cleared':
      return { ...safety, duress: null };
  }
}

function seen(alarm: RaisedAlarm | null, by: OperatorId): RaisedAlarm | null {
  return alarm && { ...alarm, acknowledged: [...alarm.acknowledged, by] };
}
