import { useState, type FormEvent } from 'react';
import type { ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

type Offer = NonNullable<ShiftSheet['offer']>;

/**
 * At the end of what is read: the oncoming person accepts, at their own console or, with their passphrase,
 * at this one. Who goes can take it back, who comes can decline it.
 */
export function AnswerForm({
  sheet,
  offer,
  onAnswered,
  onChanged,
}: {
  readonly sheet: ShiftSheet;
  readonly offer: Offer;
  readonly onAnswered: (accepted: boolean) => void;
  readonly onChanged: () => void;
}) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const [passphrase, setPassphrase] = useState('');
  const form = { subject: `hand-over/${offer.handOverId}`, form: 'decline' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const accept = useCommand('hand-over.accept');
  const decline = useCommand('hand-over.decline', form);
  const withdraw = useCommand('hand-over.withdraw');
  const { handOverId, toName, fromName, offeredAt, answerBy } = offer;
  const oncoming = me === offer.to;

  async function take(event: FormEvent) {
    event.preventDefault();
    const seen = [...sheet.signed];
    const done = await accept.give({ handOverId, seen, passphrase: oncoming ? null : passphrase });
    setPassphrase('');
    if (done === null) return onChanged();
    const text = `${toName} has taken over from ${fromName}.`;
    say({ tone: 'done', text, cause: null });
    onAnswered(true);
  }

  async function refuseIt(event: FormEvent) {
    event.preventDefault();
    if ((await decline.give({ handOverId, reason })) !== null) onAnswered(false);
  }

  async function takeBack() {
    if ((await withdraw.give({ handOverId })) !== null) onAnswered(false);
  }

  return (
    <section aria-label="Answer" className="shift-answer">
      <h3>{oncoming ? `Take over from ${fromName}` : `${toName} reads this and accepts here`}</h3>
      <p className="shift-more">
        Offered at {wallTime(offeredAt)}. Unanswered, it goes back at {wallTime(answerBy)}. Until it
        is accepted everything stays with <bdi>{fromName}</bdi>.
      </p>
      <form onSubmit={take} aria-label="Accept">
        {!oncoming && passphrases && (
          <TextField
            label={`Passphrase of ${toName}`}
            hint="Typed by them. It is checked and not kept."
            type="password"
            value={passphrase}
            onText={setPassphrase}
          />
        )}
        <Refused refusal={accept.refusal} />
        <Button type="submit" tone="primary" aria-disabled={accept.busy}>
          {oncoming ? `I have read it and take over` : `${toName}: I have read it and take over`}
        </Button>
      </form>
      {oncoming ? (
        <form onSubmit={refuseIt} aria-label="Decline">
          <TextField
            label="Or why you do not take over"
            value={reason}
            onText={setReason}
            error={decline.refusal?.because}
            maxLength={300}
          />
          <Button type="submit" aria-disabled={decline.busy}>
            Decline
          </Button>
        </form>
      ) : (
        <>
          <Refused refusal={withdraw.refusal} />
          <Button tone="quiet" aria-disabled={withdraw.busy} onClick={() => void takeBack()}>
            Take the offer back
          </Button>
        </>
      )}
    </section>
  );
}
