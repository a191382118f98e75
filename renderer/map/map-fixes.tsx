import { sayAreas, type LocationLine } from '#shared/board/location-lines.ts';
import { sayUncertainty, sayWhere, tooWide } from '#shared/location/fix.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { sayNothingFound, saySource, sayTower } from '../location/location-words.ts';
import { useLocated } from '../location/use-located.ts';
import { useLocations, type LocationsOf } from '../location/use-locations.ts';
import { Button } from '../parts/button.tsx';

const NONE: readonly LocationLine[] = [];
const NOBODY: LocationsOf = { of: { incidentId: '' as IncidentId }, since: null };

/** Where the caller of the chosen incident may be; of the call in focus while none is chosen. */
export function useMapFixes(chosen: string | null): readonly LocationLine[] {
  const located = useLocated();
  const id = chosen?.startsWith('incident/') === true ? chosen.slice('incident/'.length) : null;
  const inFocus = located !== null && (id === null || isOf(located, id));
  const of: LocationsOf = inFocus
    ? located
    : id === null
      ? NOBODY
      : { of: { incidentId: id as IncidentId }, since: id };
  return useLocations(of) ?? NONE;
}

function isOf({ of }: LocationsOf, id: string): boolean {
  return 'incidentId' in of && of.incidentId === id;
}

/** What the picture draws of the caller, in words. */
export function FixNote({
  lines,
  chosen,
}: {
  readonly lines: readonly LocationLine[];
  readonly chosen: string | null;
}) {
  const name = useNameOf(chosen);
  const [latest] = lines;
  if (latest === undefined) return null;
  const { fix, areas } = latest;
  const nothing = sayNothingFound(fix);
  const earlier = lines.length - 1;
  return (
    <section className="map-fix-note" aria-label="Where the caller was said to be">
      <p>
        <strong>{name}</strong>{' '}
        {nothing ?? (
          <>
            <bdi>{sayWhere(fix)}</bdi>, {sayUncertainty(fix)}
            {areas === null ? '' : `, ${sayAreas(areas)}`}
          </>
        )}
      </p>
      <p className="map-hint">
        {[saySource(fix), sayTower(fix)].filter((each) => each !== null).join(' · ')}
        {earlier > 0 && ` · ${earlier} earlier, drawn thinner`}
      </p>
      {tooWide(fix) !== null && <p className="map-fix-wide">{tooWide(fix)}</p>}
      <Button tone="quiet" keys="Shift+V" onClick={() => openSheet('locations')}>
        Locations
      </Button>
    </section>
  );
}

function useNameOf(chosen: string | null): string {
  const id = useDesk((desk) => desk.selection?.id ?? '');
  const key = chosen?.startsWith('incident/') === true ? chosen.slice('incident/'.length) : id;
  const incident = useBoard((board) => board.incidents.get(key)?.number ?? null);
  const call = useBoard((board) => board.calls.get(key)?.number ?? null);
  if (incident !== null) return `Caller of incident ${incident}:`;
  return call === null ? 'Caller:' : `Call ${call}:`;
}
