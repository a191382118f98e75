import { say } from '../desk/desk-store.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useKept } from '../sheets/use-kept.ts';
import { CommonPlacesSection } from './common-places-section.tsx';
import { GridSection } from './grid-section.tsx';
import { StreetTableSection } from './street-table-section.tsx';
import './place-tables.css';

/** What addresses are looked up in: the street table, the grid of house numbers, and the common places. */
export function PlaceTablesSheet() {
  const { kept, refused, reload } = useKept('places.kept');
  const settled = (text: string) => {
    say({ tone: 'done', text, cause: null });
    reload();
  };
  return (
    <Sheet wide title="Place tables" subtitle="What addresses are looked up in">
      {refused !== null && <p role="alert">{refused}</p>}
      {kept !== null && (
        <div className="place-tables">
          {!kept.borders && (
            <p className="field-hint" role="status">
              No map with borders is in force (g m, then i), so only areas named in the street table
              and the common places are found.
            </p>
          )}
          <StreetTableSection kept={kept} onDone={settled} />
          <GridSection grid={kept.grid} gridSet={kept.gridSet} onDone={settled} />
          <CommonPlacesSection places={kept.places} onDone={settled} />
        </div>
      )}
    </Sheet>
  );
}
