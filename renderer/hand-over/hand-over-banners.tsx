import type { HandOverRow, LeftHolding } from '#shared/board/hand-over-sheet.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import '../style/hand-over.css';

/** Above every screen: a hand-over that waits for me or came back to me, and who left without one. */
export function HandOverBanners() {
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const { handOvers, left } = useBoard((board) => board.shifts);
  if (me === null) return null;
  const mine = handOvers.filter(({ from, to, cameBack }) =>
    cameBack === null ? to === me.operatorId : from === me.operatorId,
  );
  const gone = me.role === 'supervisor' ? left : [];
  return (
    <>
      {mine.map((row) => (
        <Offered key={row.handOverId} row={row} />
      ))}
      {gone.map((each) => (
        <Left key={`${each.operatorId} ${each.at}`} left={each} />
      ))}
    </>
  );
}

function Offered({ row }: { readonly row: HandOverRow }) {
  const { cameBack, fromName, toName, offeredAt, answerBy } = row;
  return (
    <section className="shift-banner" data-back={cameBack !== null} aria-label="Hand-over">
      <p role="alert">
        {cameBack === null ? (
          <>
            <strong>
              ◆ <bdi>{fromName}</bdi> hands over to you
            </strong>{' '}
            since {wallTime(offeredAt)}. Unanswered, it goes back at {wallTime(answerBy)}.
          </>
        ) : (
          <>
            <strong>
              ▲ Your hand-over to <bdi>{toName}</bdi> came back
            </strong>
            : {cameBack}. Everything is still yours.
          </>
        )}
      </p>
      <Button keys="g h" onClick={() => openSheet('hand-over')}>
        {cameBack === null ? 'Read it' : 'Offer it again'}
      </Button>
    </section>
  );
}

function Left({ left }: { readonly left: LeftHolding }) {
  const { name, at, incidents, contacts } = left;
  const what = [
    ...(incidents.length === 0
      ? []
      : [
          `${incidents.length === 1 ? 'incident' : 'incidents'} ${incidents.map(({ number }) => number).join(', ')}`,
        ]),
    ...(contacts === 0 ? [] : [contacts === 1 ? '1 promised call' : `${contacts} promised calls`]),
  ];
  return (
    <section className="shift-banner" data-back="true" aria-label="Left without hand-over">
      <p role="alert">
        <strong>
          ▲ <bdi>{name}</bdi> signed off at {wallTime(at)}
        </strong>{' '}
        and still owns {what.join(' and ')}. Take them over: take NUMBER, and g f.
      </p>
    </section>
  );
}
