import { sayAreas, type LocationLine } from '#shared/board/location-lines.ts';
import { sayUncertainty, sayWhere, tooWide } from '#shared/location/fix.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { sayMoved, sayNothingFound, saySource, sayTower } from './location-words.ts';
import { useLocations, type LocationsOf } from './use-locations.ts';
import './caller-location.css';

/**
 * Where the caller was last said to be, beside the place a person has set: it says how sure that is and never
 * fills the place in by itself. Without a record it takes no room.
 */
export function CallerLocation(of: LocationsOf) {
  const lines = useLocations(of);
  const [latest] = lines ?? [];
  if (lines === null || latest === undefined) return null;
  return (
    <section className="caller-location" aria-label="Where the caller was said to be">
      <Latest line={latest} />
      <footer>
        <span>{saySource(latest.fix)}</span>
        <Elapsed since={latest.fix.at} />
        <Button tone="quiet" keys="Shift+V" onClick={() => openSheet('locations')}>
          {lines.length === 1 ? 'Location' : `${lines.length} locations`}
          <span className="spoken"> of the caller</span>
        </Button>
      </footer>
    </section>
  );
}

function Latest({ line }: { readonly line: LocationLine }) {
  const { fix, areas } = line;
  const nothing = sayNothingFound(fix);
  if (nothing !== null) return <p className="location-wide">{nothing}</p>;
  const wide = tooWide(fix);
  const tower = sayTower(fix);
  const drawn = fix.shape.kind !== 'civic-only';
  return (
    <>
      <p className="location-where">
        <bdi>{drawn || tower === null ? sayWhere(fix) : 'No point'}</bdi>
        {drawn && <span>{sayUncertainty(fix)}</span>}
      </p>
      {areas !== null && <p>{capital(sayAreas(areas))}</p>}
      {tower !== null && <p className="location-tower">{tower}</p>}
      {wide !== null && (
        <p className="location-wide">
          <span aria-hidden="true">▲ </span>
          {wide}
        </p>
      )}
      {line.metersFromBefore !== null && <p className="location-moved">{sayMoved(line)}</p>}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
