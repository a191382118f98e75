import { useEffect, useState } from 'react';
import type { IncidentSharing } from '#shared/board/sharing-view.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';

const NOTHING: IncidentSharing = { consents: [], disclosures: [] };

/** What was agreed and what went, of one incident; asked anew whenever it changes. */
export function useSharing(incidentId: IncidentId, revision: number): IncidentSharing {
  const [sharing, setSharing] = useState(NOTHING);
  useEffect(() => {
    let gone = false;
    void ask('sharing.of-incident', { incidentId }).then((reply) => {
      if (!gone && reply.ok) setSharing(reply.value);
    });
    return () => {
      gone = true;
    };
  }, [incidentId, revision]);
  return sharing;
}
