import { useState, type FormEvent } from 'react';
import type { IncidentId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { TextField } from '../parts/field.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { acceptOfferedTransfer, isOfferedTo } from './accept-transfer.ts';
import { backOneStep } from './back-one-step.ts';
import './transfer-offer.css';

/** Shown only to the person a transfer is offered to: accept it, or say why not now. */
export function TransferOffer({ incidentId }: { readonly incidentId: IncidentId }) {
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const row = useBoard((board) => board.incidents.get(incidentId));
  const from = useBoard(
    (board) => board.operators.find(({ operatorId }) => operatorId === row?.clinician)?.name,
  );
  const since = useBoard((board) =>
    board.focus?.incidentId === incidentId && board.focus.phone.state === 'transferring'
      ? board.focus.phone.transfer.startedAt
      : null,
  );
  if (row === undefined || me === null || !isOfferedTo(row, me)) return null;
  return <Offer incidentId={incidentId} from={from ?? 'A clinician'} since={since} />;
}

function Offer({
  incidentId,
  from,
  since,
}: {
  readonly incidentId: IncidentId;
  readonly from: string;
  readonly since: string | null;
}) {
  const [declining, setDeclining] = useState(false);
  useActions({ 'phone.back': () => setDeclining(true) });
  return (
    <section className="offer" aria-label="A transfer for you">
      <p role="alert">
        <strong>
          <bdi>{from}</bdi> offers you this call.
        </strong>{' '}
        The caller stays with them until you accept. {since !== null && <Elapsed since={since} />}
      </p>
      {declining ? (
        <NotNow incidentId={incidentId} onBack={() => setDeclining(false)} />
      ) : (
        <div className="button-row">
          <Button tone="primary" keys="Enter" onClick={() => acceptOfferedTransfer(incidentId)}>
            Accept
          </Button>
          <Button keys="Backspace" onClick={() => setDeclining(true)}>
            Not now
          </Button>
        </div>
      )}
      <NoticeBeside causes={['phone.accept-transfer']} />
    </section>
  );
}

function NotNow({
  incidentId,
  onBack,
}: {
  readonly incidentId: IncidentId;
  readonly onBack: () => void;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'not-now' };
  const [why, setWhy] = useTyped(form, 'why', '');
  const back = useCommand('phone.return-transfer', form);
  const field = useFirstFocus<HTMLInputElement>();
  useActions({ escape: () => backOneStep(onBack) });

  function submit(event: FormEvent) {
    event.preventDefault();
    void back.give({ incidentId, why });
  }

  return (
    <form onSubmit={submit}>
      <TextField
        ref={field}
        label="Why not now"
        hint="The call goes back to the clinician, who sees this."
        value={why}
        onText={setWhy}
        maxLength={300}
      />
      <Refused refusal={back.refusal} />
      <div className="button-row">
        <Button type="submit" keys="Enter" aria-disabled={back.busy}>
          Send it back
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onBack}>
          Keep the offer
        </Button>
      </div>
    </form>
  );
}
