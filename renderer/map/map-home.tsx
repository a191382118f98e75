import { useDeferredValue, useMemo } from 'react';
import { may } from '#shared/roster/permission.ts';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { openSheet, say, useDesk } from '../desk/desk-store.ts';
import { runAction, useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { useSame, useSameMap } from './keep-same.ts';
import { mapLines, type MapLine } from './map-lines.ts';
import { FixNote, useMapFixes } from './map-fixes.tsx';
import { MapList } from './map-list.tsx';
import { MapPicture } from './map-picture.tsx';
import { marksOf, urgencyOfAreas } from './map-marks.ts';
import { useMap } from './map-store.ts';
import { PlaceBar } from './place-bar.tsx';
import { planeOf } from './plane.ts';
import { useAreaPicture } from './use-area-picture.ts';
import '../style/map.css';

/** Where everything is, as far as somebody knows it: a list that says it all, and a picture of the same. */
export function MapHome() {
  const { picture, refused, asked } = useAreaPicture();
  const areas = useDesk((desk) => desk.policy?.areas);
  // Behind what somebody does on the map: many changes at once are drawn as one.
  const incidents = useDeferredValue(useBoard((board) => board.incidents));
  const order = useDeferredValue(useBoard((board) => board.incidentOrder));
  const units = useDeferredValue(useBoard((board) => board.units));
  const placing = useMap((map) => map.placing);
  const chosen = useMap((map) => map.chosen);
  const fixes = useMapFixes(chosen);
  const keeps = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'keep-areas');
  });
  const shapes = picture?.shapes;
  const plane = useMemo(() => planeOf(shapes ?? []), [shapes]);
  const now = useMemo(() => {
    const open = order.flatMap((id) => incidents.get(id) ?? []);
    const all = mapLines(areas ?? [], open, [...units.values()].toSorted(byCallSign));
    const rows = { incidents, units };
    const marks = plane === null ? [] : marksOf(all, rows, plane, shapes ?? []);
    return { lines: all, marks, urgency: urgencyOfAreas(all, rows) };
  }, [areas, incidents, order, units, plane, shapes]);
  // Most changes of a board are none of the map: what is the same is not drawn again.
  const lines = useSame(now.lines);
  const marks = useSame(now.marks);
  const urgency = useSameMap(now.urgency);
  const zones = useMemo(() => [...new Set((areas ?? []).map(({ zone }) => zone))], [areas]);

  useActions({
    'map.areas': () => {
      if (keeps) return openSheet('areas');
      say({
        tone: 'refused',
        text: 'The map is kept by supervisors and administrators. Ask one to sign on here.',
        cause: 'areas.picture',
      });
    },
    'map.place': () => (plane === null ? noMap() : false),
  });

  return (
    <main className="map pane" data-place="map" tabIndex={-1} aria-label="Map">
      <section className="map-side" aria-label="On the map">
        <header className="pane-head">
          <h2>Map</h2>
          <Figures lines={lines} />
        </header>
        <MapList lines={lines} />
        <FixNote lines={fixes} chosen={chosen} />
        <NoticeBeside causes={['areas.picture']} />
      </section>
      <section className="map-stage" aria-label="Picture">
        {picture !== null && plane !== null ? (
          <>
            <MapPicture
              picture={picture}
              plane={plane}
              lines={lines}
              marks={marks}
              urgency={urgency}
              zones={zones}
              fixes={fixes}
            />
            {placing !== null && <PlaceBar placing={placing} />}
            <Legend zones={zones} source={picture.source} schematic={picture.schematic} />
          </>
        ) : (
          <NoMap refused={refused} asked={asked} keeps={keeps} />
        )}
      </section>
    </main>
  );
}

const callSigns = new Intl.Collator('en', { numeric: true });

function byCallSign(a: { readonly unitId: string }, b: { readonly unitId: string }): number {
  return callSigns.compare(a.unitId, b.unitId);
}

function noMap(): void {
  say({
    tone: 'refused',
    text: 'There is no map to set a point on. On the command line: at, what, then latitude and longitude.',
    cause: 'areas.picture',
  });
}

function Figures({ lines }: { readonly lines: readonly MapLine[] }) {
  const known = lines.filter((line) => line.kind !== 'area');
  const points = known.filter((line) => line.known.kind === 'point').length;
  const nowhere = known.filter((line) => line.known.kind === 'nowhere').length;
  return (
    <p className="map-figures">
      <b>{points}</b> at a point · <b>{known.length - points - nowhere}</b> in an area ·{' '}
      <b>{nowhere}</b> unknown
    </p>
  );
}

function Legend({
  zones,
  source,
  schematic,
}: {
  readonly zones: readonly string[];
  readonly source: string;
  readonly schematic: boolean;
}) {
  return (
    <footer className="map-legend">
      {zones.slice(0, 2).map((zone, at) => (
        <span key={zone}>
          <span className="map-key" data-zone={at} aria-hidden="true" /> {zone}
        </span>
      ))}
      <span>
        <span className="map-key" data-hatch="true" aria-hidden="true" /> somewhere here
      </span>
      <span>
        <b>12 +3 | 2u</b> incident 12, 3 more, 2 units
      </span>
      <span className="map-hint" dir="auto">
        {schematic ? <b>Schematic: </b> : null}
        {source}
      </span>
      <span className="map-keys">
        <Button tone="quiet" keys="e" onClick={() => void runAction('map.place')}>
          Set its point
        </Button>
        <span className="map-hint">
          <kbd>+</kbd> <kbd>−</kbd> zoom · <kbd>Shift</kbd> arrows move · <kbd>f</kbd> all or served
        </span>
      </span>
    </footer>
  );
}

/** Teaches: what would be here, who brings it, and by which key. */
function NoMap({
  refused,
  asked,
  keeps,
}: {
  readonly refused: string | null;
  readonly asked: boolean;
  readonly keeps: boolean;
}) {
  const ready = useBoard((board) => board.ready);
  if (refused !== null) return <p role="alert">{refused}</p>;
  if (!asked || !ready || boardStore.getState().areaMap !== null)
    return <p className="teach">Fetching the map…</p>;
  return (
    <div className="teach">
      <p>
        <strong>No map of the areas yet.</strong>
      </p>
      <p>
        A GeoJSON file of the center’s areas draws them here, and a point then finds its area by
        itself. The list works without it.
      </p>
      {keeps ? (
        <Button tone="primary" keys="i" onClick={() => openSheet('areas')}>
          Import areas
        </Button>
      ) : (
        <p>A supervisor or an administrator imports it here with the key i.</p>
      )}
    </div>
  );
}
