import type { Alarm, SafetyEvent, UnitSafety } from './safety-events.ts';
import type { Unit } from './unit.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** The crew was heard. Always taken: the more is known of them, the better. */
export function checkIn({ unitId, incidentId }: Unit): SafetyEvent[] {
  return [{ type: 'unit.checked-in', unitId, incidentId, how: 'heard' }];
}

/** A crew asks for back-up or is in duress. Nothing refuses it; one that stands is not raised twice. */
export function raiseAlarm(safety: UnitSafety, unit: Unit, alarm: Alarm): SafetyEvent[] {
  if (standing(safety, alarm) !== null) return [];
  const { unitId, incidentId } = unit;
  return [
    alarm === 'duress'
      ? { type: 'unit.duress-raised', unitId, incidentId }
      : { type: 'unit.back-up-asked', unitId, incidentId },
  ];
}

/** Somebody has seen it at their console; a second time, or after it was cleared, changes nothing. */
export function acknowledgeAlarm(
  safety: UnitSafety,
  unit: Unit,
  alarm: Alarm,
  by: OperatorId,
): SafetyEvent[] {
  const raised = standing(safety, alarm);
  if (raised === null || raised.acknowledged.includes(by)) return [];
  const { unitId, incidentId } = unit;
  return [
    alarm === 'duress'
      ? { type: 'unit.duress-acknowledged', unitId, incidentId }
      : { type: 'unit.back-up-acknowledged', unitId, incidentId },
  ];
}

/** Ends it: never by itself, and never without a reason on the record. */
export function clearAlarm(
  safety: UnitSafety,
  unit: Unit,
  alarm: Alarm,
  reason: string,
): SafetyEvent[] | Refusal {
  const { unitId, incidentId } = unit;
  const what = alarm === 'duress' ? 'duress' : 'request for back-up';
  if (standing(safety, alarm) === null)
    return refuse('no-alarm', `There is no ${what} of ${unitId} to clear. Nothing was changed.`);
  if (reason.trim() === '')
    return refuse('reason-needed', `Say why the ${what} of ${unitId} is over. It still stands.`);
  return [
    alarm === 'duress'
      ? { type: 'unit.duress-cleared', unitId, incidentId, reason: reason.trim() }
      : { type: 'unit.back-up-cleared', unitId, incidentId, reason: reason.trim() },
  ];
}

function standing(safety: UnitSafety, alarm: Alarm): UnitSafety['duress'] {
  return alarm === 'duress' ? safety.duress : safety.backUp;
}
