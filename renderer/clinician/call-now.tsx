import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { nameOfReceiver } from '#shared/phone/receivers.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Refused } from '../sheets/refused.tsx';
import type { Command } from '../sheets/use-command.ts';
import { BeyondCapacity, CallOffer } from './call-offer.tsx';
import type { CallSide } from './call-side.ts';
import { useAskedWords } from './who-is-asked.tsx';

/** The large line: how long somebody has been waiting or talking, and what Enter does now. */
export function CallNow({
  view,
  side,
  me,
  take,
  onTake,
}: {
  readonly view: IncidentView;
  readonly side: CallSide;
  readonly me: OperatorId;
  readonly take: Command<'phone.take'>;
  readonly onTake: () => void;
}) {
  const { phone, closed, recommendation, decision } = view;
  const promise = useBoard((board) => board.incidents.get(view.incidentId)?.promise ?? null);
  const receiver = useReceiver(view);

  switch (side) {
    case 'waiting':
      return (
        <Line words="The caller is waiting">
          {phone.state === 'offered' && <Elapsed since={phone.since} promise={promise} />}
          <WhoIsAsked view={view} />
          <BeyondCapacity me={me} />
          <Button tone="primary" keys="Enter" aria-disabled={take.busy} onClick={onTake}>
            Take the call
          </Button>
          <Refused refusal={take.refusal} />
        </Line>
      );
    case 'mine':
      return (
        <Line words="On the phone with you">
          {phone.state === 'with-clinician' && <Elapsed since={phone.since} />}
          {view.fromLine !== null && (
            <span className="call-now-why">
              {view.fromLine === 'field' ? 'A team is' : 'Police and EMS are'} asked for, and you
              stay with the caller. <Keys keys="e" /> leaves the line when help is there.
            </span>
          )}
        </Line>
      );
    case 'handing-over':
      // Step by step it is told by the panel below.
      if (phone.state === 'transferring' && phone.transfer.line !== null) return null;
      return (
        <Line words={`Offered to ${receiver}. Stay on the line`}>
          {phone.state === 'transferring' && (
            <Elapsed since={phone.transfer.startedAt} promise={promise} />
          )}
        </Line>
      );
    case 'lost':
      return (
        <Line words="The caller is lost. Call again">
          {phone.state === 'lost' && <Elapsed since={phone.since} />}
        </Line>
      );
    case 'asked':
      return <CallOffer view={view} me={me} take={take} onTake={onTake} />;
    case 'offered-to-me':
      return null;
    case 'wrap-up':
      return (
        <Line words="The conversation is over. It still needs its disposition">
          <Button tone="primary" keys="d" onClick={() => openSheet('disposition')}>
            Disposition
          </Button>
        </Line>
      );
    case 'closed':
      return (
        <Line
          words={`Closed ${closed === null ? '' : wallTime(closed.at)}: ${closed?.disposition ?? ''}`}
        >
          {null}
        </Line>
      );
    case 'monitor':
      return (
        <Line words={decision?.responseLabel ?? recommendation.response}>
          <span className="call-now-why">{recommendation.reasons[0]?.because}</span>
        </Line>
      );
  }
}

function WhoIsAsked({ view }: { readonly view: IncidentView }) {
  const offer = useBoard((board) => board.incidents.get(view.incidentId)?.offer ?? null);
  const asked = useAskedWords(offer);
  if (asked === null || view.offer === null) return null;
  const next =
    view.offer.fallbackAt === null
      ? `988 takes over at ${wallTime(view.offer.to988At, true)}.`
      : `Back to dispatch at ${wallTime(view.offer.fallbackAt, true)}.`;
  return (
    <span className="call-now-why">
      {asked}. {next}
    </span>
  );
}

function Line({ words, children }: { readonly words: string; readonly children: React.ReactNode }) {
  return (
    <div className="call-now">
      <p className="call-now-words">{words}</p>
      {children}
    </div>
  );
}

function useReceiver({ phone }: IncidentView): string {
  const transfer = phone.state === 'transferring' ? phone.transfer : null;
  const name = useBoard(
    (board) => board.operators.find((each) => each.operatorId === transfer?.operatorId)?.name,
  );
  return transfer === null ? '' : (name ?? nameOfReceiver(transfer));
}
