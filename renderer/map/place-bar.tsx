import { useEffect, useState } from 'react';
import type { Reply, Done } from '#shared/contract/endpoint.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import { sayPosition, type Position } from '#shared/place/position.ts';
import { ask } from '../desk/ask.ts';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { say } from '../desk/desk-store.ts';
import { runAction, useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { setPlacing, type Placing } from './map-store.ts';

/** Sets a point in two steps: choose it, then say yes to it, reading in which area it lies. */
export function PlaceBar({ placing }: { readonly placing: Placing }) {
  const name = useNameOf(placing);
  return (
    <div className="map-bar" role="status" aria-live="polite">
      {placing.point === null ? (
        <Choosing name={name} />
      ) : (
        <Confirming
          key={sayPosition(placing.point)}
          name={name}
          placing={placing}
          point={placing.point}
        />
      )}
    </div>
  );
}

function useNameOf({ kind, id }: Placing): string {
  const number = useBoard((board) => board.incidents.get(id)?.number ?? null);
  return kind === 'unit' ? id : `Incident ${number ?? ''}`;
}

function Choosing({ name }: { readonly name: string }) {
  const here = () => void runAction('map.here');
  useActions({ 'map.open': here, escape: () => setPlacing(null) });
  return (
    <>
      <p>
        <strong>Where is {name}?</strong> Click on the map, or move it under the cross with{' '}
        <kbd>Shift</kbd> and the arrow keys.
      </p>
      <Button tone="primary" keys="Enter" onClick={here}>
        Under the cross
      </Button>
      <Button tone="quiet" keys="Esc" onClick={() => setPlacing(null)}>
        Cancel
      </Button>
    </>
  );
}

function Confirming({
  name,
  placing,
  point,
}: {
  readonly name: string;
  readonly placing: Placing;
  readonly point: Position;
}) {
  const where = useAreaOf(point);
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly says: string } | null>(
    null,
  );
  const again = () => setPlacing({ ...placing, point: null });
  const asks = refusal?.code === 'other-area';

  const set = async (otherArea: 'ask' | 'keep' | 'take') => {
    const reply = await give(placing, point, otherArea);
    if (!reply.ok) return setRefusal({ code: reply.refused, says: reply.because });
    setPlacing(null);
    say({ tone: 'done', text: `${name} is at ${sayPosition(point)}${where}.`, cause: null });
  };
  useActions({
    'map.open': () => (asks ? undefined : void set('ask')),
    escape: again,
    'map.keep-area': () => (asks ? void set('keep') : false),
    'map.take-area': () => (asks ? void set('take') : false),
  });
  return (
    <>
      {refusal === null ? (
        <p>
          <strong>
            {name} at {sayPosition(point)}
          </strong>
          {where}?
        </p>
      ) : (
        <p role="alert" className="refused">
          {refusal.says}
        </p>
      )}
      {asks ? (
        <>
          <Button keys="1" onClick={() => void set('keep')}>
            Keep {areaSetOf(placing)}
          </Button>
          <Button keys="2" onClick={() => void set('take')}>
            Take the area of the point
          </Button>
        </>
      ) : (
        <Button tone="primary" keys="Enter" onClick={() => void set('ask')}>
          Set
        </Button>
      )}
      <Button tone="quiet" keys="Esc" onClick={again}>
        Another point
      </Button>
    </>
  );
}

/** “, in Uptown”, as the map in force has it. */
function useAreaOf(position: Position): string {
  const [where, setWhere] = useState('');
  useEffect(() => {
    let gone = false;
    void ask('areas.at', { position }).then((reply) => {
      if (gone || !reply.ok || reply.value === null) return;
      const { name, areaId } = reply.value;
      const outside = areaId === null ? ', which no team serves' : '';
      setWhere(name === null ? ', outside every area' : `, in ${name}${outside}`);
    });
    return () => {
      gone = true;
    };
  }, [position]);
  return where;
}

function areaSetOf({ id }: Placing): string {
  return boardStore.getState().incidents.get(id)?.area ?? 'the area';
}

function give(
  { kind, id }: Placing,
  { lat, lon }: Position,
  otherArea: 'ask' | 'keep' | 'take',
): Promise<Reply<Done>> {
  const position = { lat: rounded(lat), lon: rounded(lon) };
  return kind === 'unit'
    ? ask('unit.report-position', { unitId: id as UnitId, spot: { position }, source: 'map' })
    : ask('incident.set-position', {
        incidentId: id as IncidentId,
        position,
        source: 'map',
        otherArea,
      });
}

/** What is read aloud is what is kept. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(5));
}
