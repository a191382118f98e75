import { askNext, leaveOffer } from '#shared/phone/decide-offer.ts';
import { whoHasTheCaller } from '#shared/phone/offer.ts';
import type { Clinician } from '#shared/phone/clinician.ts';
import { evolveIncident, type IncidentEvent } from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { OperatorEvent } from '#shared/roster/operator-events.ts';

/** What the events of one command are looked at with. */
export interface OfferSources {
  readonly open: ReadonlyMap<string, Incident>;
  readonly clinicians: readonly Clinician[];
  readonly policy: Policy;
  /** ISO instant. */
  readonly now: string;
  readonly by: OperatorId;
}

/** Whether one of the events leaves a call without somebody to ask, or a clinician without a call. */
export function touchesPhone(events: readonly NewEvent[]): boolean {
  return events.some(
    (event) => event.backEntry === undefined && (touches(event) || leaving(event) !== null),
  );
}

/** Most decisions are not for the phone, and cost nothing here. */
function touches(event: NewEvent): boolean {
  if (event.type === 'incident.response-decided') return event.decision.fill === 'clinician';
  return (
    event.type === 'incident.hold-ended' ||
    event.type === 'incident.closed' ||
    event.type.startsWith('phone.')
  );
}

/**
 * What the events of one command mean for who is asked, written with them whichever command it was: the
 * next clinician is asked when somebody said no or left, and who has ended their last call writes it up.
 */
export function offerConsequences(sources: OfferSources, events: readonly NewEvent[]): NewEvent[] {
  const floor = new Floor(sources);
  for (const event of events) if (event.backEntry === undefined) floor.follow(event);
  return floor.settle();
}

/** The open phone incidents and the clinicians, as they stand while events follow each other. */
class Floor {
  readonly #sources: OfferSources;
  readonly #now = new Map<string, Incident>();
  readonly #standing = new Map<OperatorId, Clinician>();
  readonly #touched = new Set<string>();
  readonly #written: NewEvent[] = [];

  constructor(sources: OfferSources) {
    this.#sources = sources;
    for (const each of sources.clinicians) this.#standing.set(each.operatorId, each);
  }

  follow(event: NewEvent): void {
    const gone = leaving(event);
    if (gone !== null) this.#leave(gone, event as OperatorEvent);
    if (!('incidentId' in event) || event.incidentId === null) return;
    if (!/^(incident|phone)\./.test(event.type)) return;
    this.#evolve(event.incidentId, event as IncidentEvent);
    if (touches(event)) this.#touched.add(event.incidentId);
  }

  settle(): NewEvent[] {
    for (const id of this.#touched) {
      const before = this.#sources.open.get(id);
      const after = this.#now.get(id);
      if (after === undefined) continue;
      this.#conversations(before ?? null, after);
      const { policy, now } = this.#sources;
      for (const event of askNext(after, [...this.#standing.values()], policy, now)) {
        if (event.type === 'phone.offered') this.#count(event.clinician, { asked: 1 });
        this.#written.push(event);
      }
    }
    return this.#written;
  }

  #leave(operatorId: OperatorId, event: OperatorEvent): void {
    const standing = this.#standing.get(operatorId);
    if (standing !== undefined && event.type === 'operator.availability-changed')
      this.#standing.set(operatorId, { ...standing, availability: event.availability });
    else this.#standing.delete(operatorId);
    for (const incident of this.#sources.open.values())
      for (const passed of leaveOffer(this.#now.get(incident.incidentId) ?? incident, operatorId)) {
        this.#written.push(passed);
        this.#evolve(incident.incidentId, passed);
        this.#touched.add(incident.incidentId);
      }
  }

  /** Who has come off the line with nobody else on theirs writes it up; who took a call has done so. */
  #conversations(before: Incident | null, after: Incident): void {
    const was = before === null ? null : whoHasTheCaller(before);
    const is = after.closed === null ? whoHasTheCaller(after) : null;
    if (was === is) return;
    if (was !== null) {
      this.#count(was, { calls: -1 });
      const standing = this.#standing.get(was);
      if (standing?.availability === 'ready' && standing.calls === 0)
        this.#becomes(standing, 'wrapping-up', 'call-ended');
    }
    if (is !== null) {
      this.#count(is, { calls: 1 });
      const standing = this.#standing.get(is);
      if (standing?.availability === 'wrapping-up') this.#becomes(standing, 'ready', 'took-call');
    }
  }

  #becomes(
    standing: Clinician,
    availability: 'ready' | 'wrapping-up',
    why: 'call-ended' | 'took-call',
  ): void {
    const { operatorId } = standing;
    this.#standing.set(operatorId, { ...standing, availability });
    this.#written.push({
      type: 'operator.availability-changed',
      operatorId,
      availability,
      reason: null,
      why,
    });
  }

  #count(operatorId: OperatorId, by: { readonly calls?: number; readonly asked?: number }): void {
    const standing = this.#standing.get(operatorId);
    if (standing === undefined) return;
    const calls = Math.max(0, standing.calls + (by.calls ?? 0));
    const asked = Math.max(0, standing.asked + (by.asked ?? 0));
    this.#standing.set(operatorId, { ...standing, calls, asked });
  }

  #evolve(id: IncidentId, event: IncidentEvent): void {
    const { open, now, by } = this.#sources;
    const before = this.#now.get(id) ?? open.get(id) ?? null;
    const after = evolveIncident(before, event, { at: now, by });
    if (after !== null) this.#now.set(id, after);
  }
}

/** Who is not there to answer any more after this event; null when nobody. */
function leaving(event: NewEvent): OperatorId | null {
  if (event.type === 'operator.signed-off') return event.operatorId;
  if (event.type !== 'operator.availability-changed' || event.availability === 'ready') return null;
  // Who has only now ended a call was asked for another one while talking, and may still take it.
  return event.why === 'said' ? event.operatorId : null;
}
