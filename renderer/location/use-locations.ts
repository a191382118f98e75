import { useEffect, useState } from 'react';
import type { LocationLine } from '#shared/board/location-lines.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

export interface LocationsOf {
  readonly of: { readonly callId: CallId } | { readonly incidentId: IncidentId };
  /** Of the latest one: it is asked anew when another has come. Null while none has. */
  readonly since: string | null;
}

/** Where the caller was said to be, the newest first; null until main has answered. */
export function useLocations({ of, since }: LocationsOf): readonly LocationLine[] | null {
  const isCall = 'callId' in of;
  const id: string = isCall ? of.callId : of.incidentId;
  const [answered, setAnswered] = useState<{
    readonly id: string;
    readonly lines: readonly LocationLine[];
  } | null>(null);
  useEffect(() => {
    if (since === null) return;
    let gone = false;
    const input = isCall ? { callId: id as CallId } : { incidentId: id as IncidentId };
    void ask('call.locations', input).then((reply) => {
      if (!gone && reply.ok) setAnswered({ id, lines: reply.value.lines });
    });
    return () => {
      gone = true;
    };
  }, [isCall, id, since]);
  if (since === null) return [];
  // While it is asked anew the last answer stays, unless it was about another call.
  return answered?.id === id ? answered.lines : null;
}
