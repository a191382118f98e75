import { useState } from 'react';
import type { CallRow } from '#shared/board/board-rows.ts';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { answerCall } from '../keys/command-line-run.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';
import '../style/asking.css';

/** A clinician asks for a call that still rings: answering it takes the nomination along, and asks the questions first. */
export function NominatedCall({ call }: { readonly call: CallRow }) {
  const [refusing, setRefusing] = useState(false);
  const { callId, nomination } = call;
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const policy = useDesk((desk) => desk.policy);
  const name = useBoard(
    (board) =>
      board.operators.find(({ operatorId }) => operatorId === nomination?.clinician)?.name ?? '',
  );
  const deny = useCommand('monitor.deny-nomination');
  const answers =
    me !== null && may(me.role, 'answer-clinician') && nomination?.clinician !== me.operatorId;
  const answer = () => void answerCall(callId);
  useActions(
    nomination !== null && answers
      ? { 'clinician.yes': answer, 'clinician.no': () => setRefusing(true) }
      : {},
  );
  if (nomination === null) return null;
  async function refuse(reason: string) {
    const done = await deny.give({ callId, reason });
    if (done !== null) setRefusing(false);
  }
  const { response, reason, since, overdue } = nomination;
  const label = policy?.responses.find(({ id }) => id === response)?.label ?? response;
  return (
    <div
      className="banner asked"
      data-tone={overdue === null ? 'warn' : 'alert'}
      role="group"
      aria-label={`Nomination of ${name}`}
    >
      <p role="alert" className="asked-said">
        <strong>
          {overdue === null ? '◆' : '▲'} <bdi>{name}</bdi> nominates it for {label}:
        </strong>{' '}
        <span dir="auto">{reason}</span>
      </p>
      <p className="asked-more">
        <Elapsed since={since} /> · It goes along when somebody answers the call, and is decided
        there.
      </p>
      {answers && !refusing && (
        <>
          <Button keys="Shift+Y" onClick={answer}>
            Answer the call
          </Button>
          <Button keys="Shift+R" onClick={() => setRefusing(true)}>
            Deny
          </Button>
        </>
      )}
      {refusing && (
        <ReasonForm
          label="Why not"
          hint={`${name} reads it. The call goes on waiting.`}
          refusal={deny.refusal}
          busy={deny.busy}
          does="Deny it"
          back="Back"
          onReason={(why) => void refuse(why)}
          onBack={() => setRefusing(false)}
        />
      )}
    </div>
  );
}
