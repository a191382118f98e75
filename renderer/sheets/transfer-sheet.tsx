import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { ReceiverChoice } from '#shared/board/transfer-view.ts';
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
  return mine ? <TransferTo key={view.incidentId} view={view} /> : <Standing view={view} />;
}

/** Who takes the conversation over. Until they accept, it stays with the clinician on the line. */
function TransferTo({ view }: { readonly view: IncidentView }) {
  const { incidentId } = view;
  const { receivers } = view.transfers;
  const [typed, setTyped] = useState('');
  const [against, setAgainst] = useState<string | null>(null);
  const transfer = useCommand('phone.transfer');
  const picks = receivers
    .map((each) => ({
      id: each.line ?? each.operatorId ?? each.to,
      title: each.label,
      detail: each.notNow ?? each.detail,
      aside: each.notNow === null ? undefined : 'not now',
      section: SECTIONS[each.to],
      receiver: each,
    }))
    .filter(({ title, receiver }) => matches(typed, title, receiver.detail));

  async function offer({ to, line, operatorId, notNow }: ReceiverChoice) {
    setAgainst(notNow);
    if (notNow !== null) return;
    const done = await transfer.give({ incidentId, to, line, operatorId });
    if (done === null) return;
    const text =
      line === null ? 'Offered. Stay on the line until it is accepted.' : 'Begun: ask for consent.';
    say({ tone: 'done', text, cause: null });
    closeSheet();
  }

  return (
    <Sheet title="Transfer the call" subtitle={incidentLine(view)}>
      {view.bounces > 0 && (
        <p className="sheet-warning">A transfer came back once already. A second one is refused.</p>
      )}
      <PickList
        label="To whom"
        hint="Type a name; Enter begins. The caller stays with you until they accept."
        picks={picks}
        text={typed}
        onText={(text) => {
          setAgainst(null);
          setTyped(text);
        }}
        onPick={({ id }) => {
          const chosen = picks.find((pick) => pick.id === id)?.receiver;
          if (chosen !== undefined) void offer(chosen);
        }}
        empty={`Nobody matches “${typed}”.`}
      />
      <Refused
        refusal={against === null ? transfer.refusal : { refused: 'not-now', because: against }}
      />
    </Sheet>
  );
}

const SECTIONS: Readonly<Record<ReceiverChoice['to'], string>> = {
  '988': 'Outside lines',
  partner: 'Outside lines',
  team: 'Teams outside this board',
  dispatch: 'This center',
  clinician: 'This center',
};

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
              The call is being transferred for <Elapsed since={phone.transfer.startedAt} />.{' '}
              {view.transfers.standing}.
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
