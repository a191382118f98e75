import type { NameOf } from '../incident-row.ts';
import type { ClinicianRow } from '#shared/board/offer-lines.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Clinician, Standing } from '#shared/phone/clinician.ts';
import { whoHasTheCaller } from '#shared/phone/offer.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { isOver, minutesAfter } from '#shared/timers/running.ts';

/** Somebody who is signed on, with what they say of themselves. */
export interface Present {
  readonly operator: Operator;
  readonly standing: Standing;
}

/** The clinicians who are signed on, with the calls each has and is asked for. */
export function cliniciansAt(
  present: readonly Present[],
  byPhone: Iterable<Incident>,
): Clinician[] {
  const calls = new Map<OperatorId, number>();
  const asked = new Map<OperatorId, number>();
  const add = (counts: Map<OperatorId, number>, id: OperatorId) =>
    counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const incident of byPhone) {
    const line = whoHasTheCaller(incident);
    if (line !== null) add(calls, line);
    else if (incident.phone.state === 'offered' && incident.phone.asked.who === 'one')
      add(asked, incident.phone.asked.clinician);
  }
  return present
    .filter(({ operator: { role, active } }) => role === 'clinician' && active)
    .map(({ operator: { operatorId, languages = [] }, standing }) => ({
      operatorId,
      ...standing,
      languages,
      calls: calls.get(operatorId) ?? 0,
      asked: asked.get(operatorId) ?? 0,
    }));
}

/** As every window shows them. Whose calls are how many, the rows of the incidents say. */
export function clinicianRows(
  present: readonly Present[],
  policy: Policy,
  nameOf: NameOf,
): ClinicianRow[] {
  return cliniciansAt(present, []).map(({ calls: _calls, asked: _asked, ...clinician }) => ({
    ...clinician,
    name: nameOf(clinician.operatorId),
    until: writesUpUntil(clinician, policy),
  }));
}

function writesUpUntil({ availability, since }: Standing, policy: Policy): string | null {
  return availability === 'wrapping-up'
    ? minutesAfter(since, phoneDeskOf(policy).wrapUpMinutes)
    : null;
}

/** Who has written up long enough: calls are offered to them again. */
export function writtenUp(present: readonly Present[], policy: Policy, now: number): NewEvent[] {
  return present.flatMap(({ operator: { operatorId }, standing }): NewEvent[] => {
    const until = writesUpUntil(standing, policy);
    if (until === null || !isOver({ from: standing.since, until }, now)) return [];
    return [
      {
        type: 'operator.availability-changed',
        operatorId,
        availability: 'ready',
        reason: null,
        why: 'time',
      },
    ];
  });
}
