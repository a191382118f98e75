import { useEffect, useState } from 'react';
import type { KnownOnCall } from '#shared/board/known-person-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { CallId, IncidentId, PersonId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

/** A waiting call or an incident, and what its answer depends on: it is asked anew when that changes. */
export interface KnownOf {
  readonly of: { readonly callId: CallId } | { readonly incidentId: IncidentId };
  readonly since: string;
}

export function ofIncident(view: IncidentView): KnownOf {
  const { incidentId, callback, place, known } = view;
  const since = [callback, place.address, known.name, known.birthDate, known.asOf].join('|');
  return { of: { incidentId }, since };
}

/** Whom it may be about; null until main has answered, and for nobody's eyes a refusal. */
export function useKnown(
  { of, since }: KnownOf,
  also: PersonId | null = null,
): { readonly known: KnownOnCall | null; readonly because: string | null } {
  const [answered, setAnswered] = useState<{
    readonly id: string;
    readonly known: KnownOnCall | null;
    readonly because: string | null;
  } | null>(null);
  const isCall = 'callId' in of;
  const id: string = isCall ? of.callId : of.incidentId;
  useEffect(() => {
    let gone = false;
    const input = isCall ? { callId: id } : { incidentId: id, also };
    void ask('person.known', input).then((reply) => {
      if (gone) return;
      setAnswered({
        id,
        known: reply.ok ? reply.value : null,
        because: reply.ok ? null : reply.because,
      });
    });
    return () => {
      gone = true;
    };
  }, [isCall, id, also, since]);
  // While it is asked anew the last answer stays, unless it was about another call.
  return answered?.id === id ? answered : { known: null, because: null };
}
