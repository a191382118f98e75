import type { IncidentView } from '#shared/board/incident-view.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { memo, type Ref } from 'react';
import { tell } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { select, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';

/** Which incident this is: what a dispatcher says on the radio first. */
export const IncidentHeader = memo(function IncidentHeader({
  incidentId,
  number,
  phase,
  openedAt,
  owner,
  ownerName,
  callType,
  callTypeRef,
  callers,
  mergedInto,
}: Pick<
  IncidentView,
  'incidentId' | 'number' | 'phase' | 'openedAt' | 'owner' | 'ownerName' | 'callType' | 'mergedInto'
> & { readonly callTypeRef: Ref<HTMLInputElement>; readonly callers: number }) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId);
  const callTypes = useDesk((desk) => desk.policy?.callTypes);
  const promise = useBoard((board) => board.incidents.get(incidentId)?.promise ?? null);
  const choices = (callTypes ?? []).map(({ code, label, priority }) => ({
    id: code,
    label,
    detail: `${code} · priority ${priority}`,
  }));
  return (
    <header className="incident-head">
      <h2>
        <span className="spoken">Incident </span>
        <span className="incident-number">{number}</span>
      </h2>
      <Combobox
        ref={callTypeRef}
        label="Call type"
        none="Call type open"
        choices={choices}
        value={callType}
        onChoose={(code) => {
          if (code !== null) void tell('incident.set-call-type', { incidentId, callType: code });
        }}
      />
      <dl className="incident-state">
        <div>
          <dt>State</dt>
          <dd>{PHASE_LABELS[phase]}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd dir="auto">{owner === me ? 'You' : ownerName}</dd>
        </div>
        <div>
          <dt>Open since</dt>
          <dd>
            <Elapsed since={openedAt} promise={promise} />
          </dd>
        </div>
        {callers > 1 && (
          <div>
            <dt>Callers</dt>
            <dd>{callers}</dd>
          </div>
        )}
      </dl>
      {mergedInto !== null && (
        <Button onClick={() => select({ kind: 'incident', id: mergedInto.incidentId })}>
          Merged into {mergedInto.number}
        </Button>
      )}
      {owner !== me && phase !== 'closed' && (
        <Button onClick={() => void tell('incident.take', { incidentId })}>Take over</Button>
      )}
      <NoticeBeside causes={['incident.set-call-type', 'incident.take']} />
    </header>
  );
});
