import { useMemo } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { select, setPane, setScreen, useDesk, type Selection } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import '../style/hand-over.css';

/** Above every screen of a supervisor: a clinician asked for somebody, and dispatch has not answered. */
export function OverdueNominations() {
  const role = useDesk((desk) => desk.hello?.session?.role ?? null);
  const incidents = useBoard((board) => board.incidents);
  const calls = useBoard((board) => board.calls);
  const waiting = useMemo(() => {
    if (role !== 'supervisor') return [];
    const found: (Selection & { readonly number: number })[] = [];
    for (const { callId, number, nomination } of calls.values())
      if (nomination?.overdue === 'supervisor') found.push({ kind: 'call', id: callId, number });
    for (const { incidentId, number, asking } of incidents.values())
      if (asking?.told === 'supervisor') found.push({ kind: 'incident', id: incidentId, number });
    return found;
  }, [role, incidents, calls]);
  return waiting.map(({ kind, id, number }) => (
    <section key={id} className="shift-banner" data-back="true" aria-label="Nomination">
      <p role="alert">
        <strong>
          ▲ {kind === 'call' ? 'Call' : 'Incident'} {number}: a nomination waits.
        </strong>{' '}
        A clinician asked for it, and nobody at dispatch has answered.
      </p>
      <Button
        onClick={() => {
          setScreen('dispatch');
          select({ kind, id });
          setPane('incident');
        }}
      >
        Look at it
      </Button>
    </section>
  ));
}
