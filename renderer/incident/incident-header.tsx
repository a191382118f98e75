import type { IncidentView } from '#shared/board/incident-view.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { memo, useState, type Ref } from 'react';
import { tell, tellEdit } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { select, useDesk } from '../desk/desk-store.ts';
import { BothValues, useBothValues } from '../parts/both-values.tsx';
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
  const both = useBothValues();
  const disputed = both.of('callType');
  const [wanted, setWanted] = useState<string | null>(null);
  const setTo = async (code: string, seen = callType) => {
    setWanted(code);
    const input = { incidentId, callType: code, seen };
    both.show((await tellEdit('incident.set-call-type', input)).both);
  };
  return (
    <header className="incident-head">
      <h2>
        <span className="spoken">Incident </span>
        <span className="incident-number">{number}</span>
      </h2>
      <Combobox
        ref={callTypeRef}
        label="Call type"
        none="Type not set"
        choices={choices}
        value={callType}
        onChoose={(code) => code !== null && void setTo(code)}
      />
      {disputed !== undefined && (
        <BothValues
          value={disputed}
          onTheirs={() => both.settle('callType')}
          onMine={() => {
            both.settle('callType');
            if (wanted !== null) void setTo(wanted, orNull(disputed.theirs));
          }}
        />
      )}
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

function orNull(code: string): string | null {
  return code === '' ? null : code;
}
