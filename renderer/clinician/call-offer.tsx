import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { TextField } from '../parts/field.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand, type Command } from '../sheets/use-command.ts';
import { backOneStep } from './back-one-step.ts';
import { callsOf, useCapacity } from './offered-to-me.ts';
import './transfer-offer.css';

/** Why not, in a word. Dispatch reads it: nothing of the caller belongs there. */
const QUICK_REASONS = [
  'On the line with somebody',
  'Writing up the last call',
  'I know the caller',
  'Needs another language',
] as const;

/** A call somebody is asked to take: how long they have, what follows, and the two answers. */
export function CallOffer({
  view,
  me,
  take,
  onTake,
}: {
  readonly view: IncidentView;
  readonly me: OperatorId;
  readonly take: Command<'phone.take'>;
  readonly onTake: () => void;
}) {
  const { incidentId, offer: follows } = view;
  const offer = useBoard((board) => board.incidents.get(incidentId)?.offer ?? null);
  const [declining, setDeclining] = useState(false);
  useActions({ 'phone.back': () => setDeclining(true) });
  if (offer === null || follows === null) return null;
  const { from, until, asks } = offer;
  return (
    <section className="offer" aria-label="A call for you">
      <p className="offer-now">
        <strong>
          {asks === 'one'
            ? 'This call is offered to you.'
            : 'This call rings at everybody who is ready.'}
        </strong>{' '}
        <Elapsed since={from} promise={{ from, until, what: 'your answer' }} />
      </p>
      <p>
        {asks === 'one'
          ? 'Without an answer the next clinician is asked.'
          : 'Everybody else was asked alone and did not take it.'}{' '}
        988 takes over at {wallTime(follows.to988At, true)}.
      </p>
      <BeyondCapacity me={me} />
      {declining ? (
        <SayNo view={view} onBack={() => setDeclining(false)} />
      ) : (
        <div className="button-row">
          <Button tone="primary" keys="Enter" aria-disabled={take.busy} onClick={onTake}>
            Take the call
          </Button>
          <Button keys="Backspace" onClick={() => setDeclining(true)}>
            Not now
          </Button>
        </div>
      )}
      <Refused refusal={take.refusal} />
    </section>
  );
}

/** Who has all the calls the center gives one is asked for no more, and takes one by their own wish. */
export function BeyondCapacity({ me }: { readonly me: OperatorId }) {
  const calls = useBoard((board) => callsOf(board, me));
  const capacity = useCapacity();
  if (calls < capacity) return null;
  return (
    <p className="offer-beyond">
      <span aria-hidden="true">◆</span> You have {calls} of {capacity} calls. This one would be more
      than the center gives one clinician; you may take it all the same.
    </p>
  );
}

function SayNo({ view, onBack }: { readonly view: IncidentView; readonly onBack: () => void }) {
  const { incidentId } = view;
  const form = { subject: `incident/${incidentId}`, form: 'say-no' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const decline = useCommand('phone.decline', form);
  const first = useRef<HTMLButtonElement>(null);
  // Half a minute is short: the digits answer at once, and Tab goes to the field.
  useEffect(() => first.current?.focus(), []);
  useActions({ escape: () => backOneStep(onBack) });
  const say = (text: string) => void decline.give({ incidentId, reason: text });
  const keys = Object.fromEntries(
    QUICK_REASONS.map((text, at) => [String(at + 1), () => say(text)]),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    say(reason);
  }

  return (
    <KeyScope keys={keys}>
      <form className="offer-no" onSubmit={submit}>
        <div className="button-row" role="group" aria-label="Why not">
          {QUICK_REASONS.map((text, at) => (
            <Button
              key={text}
              ref={at === 0 ? first : undefined}
              keys={String(at + 1)}
              onClick={() => say(text)}
            >
              {text}
            </Button>
          ))}
        </div>
        <TextField
          label="Or another reason"
          hint="Dispatch reads it. Nothing about the caller here."
          value={reason}
          onText={setReason}
          maxLength={300}
        />
        <Refused refusal={decline.refusal} />
        <div className="button-row">
          <Button type="submit" keys="Enter" aria-disabled={decline.busy}>
            Say no: the next one is asked
          </Button>
          <Button tone="quiet" keys="Esc" onClick={onBack}>
            Keep the offer
          </Button>
        </div>
      </form>
    </KeyScope>
  );
}
