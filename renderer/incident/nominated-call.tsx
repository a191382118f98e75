import type { CallRow } from '#shared/board/board-rows.ts';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { answerCall } from '../keys/command-line-run.ts';
import { AskedNomination } from './asked-nomination.tsx';

/** A clinician asks for a call that still rings: answering it takes the nomination along, and asks the questions first. */
export function NominatedCall({ call }: { readonly call: CallRow }) {
  const { callId, nomination } = call;
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const policy = useDesk((desk) => desk.policy);
  const name = useBoard(
    (board) =>
      board.operators.find(({ operatorId }) => operatorId === nomination?.clinician)?.name ?? '',
  );
  if (nomination === null) return null;
  const { response, reason, since, overdue, clinician } = nomination;
  return (
    <AskedNomination
      of={{ callId }}
      from={name}
      label={policy?.responses.find(({ id }) => id === response)?.label ?? response}
      reason={reason}
      since={since}
      overdue={overdue !== null}
      more=" · It goes along when somebody answers the call, and is decided there."
      answers={me !== null && may(me.role, 'answer-clinician') && clinician !== me.operatorId}
      keyed
      yes="Answer the call"
      onYes={() => void answerCall(callId)}
      afterNo="The call goes on waiting."
    />
  );
}
