import { useEffect, useState } from 'react';
import type { ServiceView } from '#shared/board/directory-view.ts';
import type { IncidentId, ServiceId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

export interface AskedService {
  /** Null while nothing is selected, until it is here, and when it is not in the directory any more. */
  readonly view: ServiceView | null;
  readonly missing: boolean;
  readonly reload: () => void;
}

/** Everything about one service; the one before stays until the next is here. */
export function useService(
  serviceId: ServiceId | null,
  incidentId: IncidentId | null,
): AskedService {
  const [asked, setAsked] = useState<{ of: ServiceId; view: ServiceView | null } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (serviceId === null) return;
    let gone = false;
    void ask('directory.service', { serviceId, incidentId }).then((reply) => {
      if (!gone) setAsked({ of: serviceId, view: reply.ok ? reply.value : null });
    });
    return () => {
      gone = true;
    };
  }, [serviceId, incidentId, turn]);
  return {
    view: serviceId === null ? null : (asked?.view ?? null),
    missing: serviceId !== null && asked !== null && asked.of === serviceId && asked.view === null,
    reload: () => setTurn((before) => before + 1),
  };
}
