import { useEffect, useRef } from 'react';
import type { UnitId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { playSound } from '../sound/sounds.ts';
import { coveringUnit, whereOf } from './alarms.ts';
import '../style/safety.css';

/** The siren goes on until it was seen here. */
const AGAIN_MS = 6_000;
/** Somebody who types as it appears has not read it: their Enter was meant for something else. */
const READ_MS = 600;

/** Call sign of the unit whose duress covers this screen; null while none does. */
export function useCoveringUnit(): string | null {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  return useBoard((board) => coveringUnit(board, me));
}

/**
 * Duress: the only thing that ever covers the screen, whatever it shows and also when it is veiled. It
 * names the unit and where, and nobody. Police/EMS now stays in its place below.
 */
export function DuressCover() {
  const unitId = useCoveringUnit();
  return unitId === null ? null : <Cover key={unitId} unitId={unitId} />;
}

function Cover({ unitId }: { readonly unitId: string }) {
  const team = useBoard((board) => board.units.get(unitId)?.team ?? '');
  const since = useBoard((board) => board.units.get(unitId)?.safety?.since ?? '');
  const where = useBoard((board) => {
    const unit = board.units.get(unitId);
    return unit === undefined ? '' : whereOf(board, unit);
  });
  const onIncident = useBoard((board) => board.units.get(unitId)?.incidentId != null);
  const training = useDesk((desk) => desk.hello?.mode === 'training');
  const cover = useRef<HTMLDivElement>(null);
  const shownAt = useRef(0);

  const acknowledge = () => {
    void tell('unit.acknowledge-alarm', { unitId: unitId as UnitId, alarm: 'duress' });
  };
  useActions({
    'alarm.acknowledge': () => {
      if (performance.now() - shownAt.current >= READ_MS) acknowledge();
    },
  });

  useEffect(() => {
    shownAt.current = performance.now();
    const before = document.activeElement;
    cover.current?.focus();
    const siren = setInterval(() => playSound('duress'), AGAIN_MS);
    return () => {
      clearInterval(siren);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <div
      ref={cover}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="duress-title"
      aria-describedby="duress-what"
      tabIndex={-1}
      className="duress"
      data-place="alarm"
    >
      {training && <strong className="training">Training</strong>}
      <h2 id="duress-title">
        <span aria-hidden="true">▲ </span>DURESS <span className="duress-sign">{unitId}</span>
      </h2>
      <p id="duress-what">
        {team}
        {where === '' ? '' : `, ${where}`}
      </p>
      <p className="duress-since">
        since {wallTime(since)} · <Elapsed since={since} />
      </p>
      <p>
        {onIncident
          ? 'Free police were sent at once; the timeline says who goes, or that nobody was free.'
          : 'It is on no incident: find out where it is, and send police with p p or by radio.'}
      </p>
      <Button keys="Enter" onClick={acknowledge}>
        I have seen it
      </Button>
      <NoticeBeside causes={['unit.acknowledge-alarm']} />
    </div>
  );
}
