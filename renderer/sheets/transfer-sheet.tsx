import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TransferOffer } from '../clinician/transfer-offer.tsx';
import { KeyScope } from './key-scope.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { matches } from './matching.ts';
import { PickList } from './pick-list.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';

export function TransferSheet() {
  const view = useBoard((board) => board.focus);
  const me = useDesk((desk) => desk.hello?.session ?? null);
  if (view === null || me === null) return <NoIncident title="Transfer" />;
  const { phone } = view;
  const mine = phone.state === 'with-clinician' && phone.clinician === me.operatorId;
  return mine ? (
    <TransferTo key={view.incidentId} view={view} me={me.operatorId} />
  ) : (
    <Standing view={view} />
  );
}

/** Who takes the conversation over. Until they accept, it stays with the clinician on the line. */
function TransferTo({ view, me }: { readonly view: IncidentView; readonly me: OperatorId }) {
  const { incidentId } = view;
  const [typed, setTyped] = useState('');
  const operators = useBoard((board) => board.operators);
  const transfer = useCommand('phone.transfer');
  const others = operators.filter(
    ({ role, active, operatorId }) => role === 'clinician' && active && operatorId !== me,
  );
  const picks = [
    ...others.map(({ operatorId, name }) => ({
      id: operatorId as string,
      title: name,
      detail: 'Clinician at this center',
      section: 'Clinicians',
    })),
    {
      id: 'to-988',
      title: '988',
      detail: 'Stay on the line until they say yes',
      section: 'Elsewhere',
    },
    {
      id: 'to-dispatch',
      title: 'Dispatch',
      detail: 'Back to a dispatcher here',
      section: 'Elsewhere',
    },
  ].filter(({ title, detail }) => matches(typed, title, detail));

  async function offer(to: '988' | 'clinician' | 'dispatch', operatorId: OperatorId | null) {
    const done = await transfer.give({ incidentId, to, operatorId });
    if (done === null) return;
    say({ tone: 'done', text: 'Offered. Stay on the line until it is accepted.', cause: null });
    closeSheet();
  }

  return (
    <Sheet title="Transfer the call" subtitle={incidentLine(view)}>
      {view.bounces > 0 && (
        <p className="sheet-warning">A transfer came back once already. A second one is refused.</p>
      )}
      <PickList
        label="To whom"
        hint="Type a name; Enter offers the call."
        picks={picks}
        text={typed}
        onText={setTyped}
        onPick={({ id }) => {
          if (id === 'to-988') void offer('988', null);
          else if (id === 'to-dispatch') void offer('dispatch', null);
          else void offer('clinician', id as OperatorId);
        }}
        empty={`Nobody matches “${typed}”.`}
      />
      <Refused refusal={transfer.refusal} />
    </Sheet>
  );
}

/** For everybody who is not on the line: what is being transferred, and who owns the incident. */
function Standing({ view }: { readonly view: IncidentView }) {
  const { incidentId, number, phone } = view;
  const take = useCommand('incident.take');
  const me = useDesk((desk) => desk.hello?.session?.operatorId);
  const own = view.owner === me;

  async function takeOver() {
    if ((await take.give({ incidentId })) === null) return;
    say({ tone: 'done', text: `Incident ${number} is yours.`, cause: null });
    closeSheet();
  }

  return (
    <KeyScope keys={own ? {} : { t: () => void takeOver() }}>
      <Sheet title="Transfer" subtitle={incidentLine(view)}>
        <TransferOffer incidentId={incidentId} />
        <p>
          {phone.state === 'transferring' ? (
            <>
              The call is being transferred for <Elapsed since={phone.transfer.startedAt} />.
            </>
          ) : phone.state === 'with-clinician' ? (
            'A clinician is on the phone. Only they can transfer the call.'
          ) : (
            'Nobody is on the phone for it, so there is no call to transfer.'
          )}
        </p>
        <p>
          The incident belongs to <b>{own ? 'you' : view.ownerName}</b>.
        </p>
        {!own && (
          <Button keys="t" aria-disabled={take.busy} onClick={() => void takeOver()}>
            Take the incident over
          </Button>
        )}
        <Refused refusal={take.refusal} />
      </Sheet>
    </KeyScope>
  );
}
