import { useMemo, useState, type KeyboardEvent } from 'react';
import type { CommonPlace } from '#shared/place/common-place.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { CommonPlaceForm } from './common-place-form.tsx';
import { PlaceFile } from './place-file.tsx';

const ROW = 44;
const TALL = 308;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const domId = (placeId: string) => `common-place-${placeId}`;

/** Places people call by their name: found, added, changed, removed, or imported from a file. */
export function CommonPlacesSection({
  places,
  onDone,
}: {
  readonly places: readonly CommonPlace[];
  readonly onDone: (text: string) => void;
}) {
  const areas = useDesk((desk) => desk.policy?.areas);
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  /** The place in the form: one of the list, or a new one. */
  const [edited, setEdited] = useState<CommonPlace | 'new' | null>(null);
  const shown = useMemo(() => {
    const wanted = plain(typed.trim());
    return places.filter(({ name, aliases, address }) =>
      [name, ...aliases, address].some((each) => plain(each).includes(wanted)),
    );
  }, [places, typed]);
  const at = shown.findIndex(({ placeId }) => placeId === selected);
  const areaOf = ({ areaId }: CommonPlace) => areas?.find(({ id }) => id === areaId)?.name ?? '';

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).matches('[role="listbox"]')) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 7, PageUp: -7 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
      setSelected(next?.placeId ?? null);
    } else if (event.key === 'Enter' && shown[at] !== undefined) {
      event.preventDefault();
      setEdited(shown[at]);
    }
  };

  return (
    <section aria-labelledby="places-common">
      <h3 id="places-common">Common places</h3>
      {places.length === 0 && (
        <p className="field-hint">
          None yet. Schools, hospitals, stations and shelters people call by their name: typed in
          place of an address, such a name is the place.
        </p>
      )}
      <div className="button-row">
        <Button onClick={() => setEdited('new')}>Add a place</Button>
        <PlaceFile
          label="Import a file of places"
          examine="common-places.examine"
          adopt="common-places.import"
          does={(rows) => `Add or change ${rows} ${rows === 1 ? 'place' : 'places'}`}
          onDone={(rows) => onDone(`${rows} ${rows === 1 ? 'place' : 'places'} imported.`)}
        />
      </div>
      {edited !== null && (
        <CommonPlaceForm
          key={edited === 'new' ? 'new' : edited.placeId}
          place={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={(text) => {
            setEdited(null);
            onDone(text);
          }}
        />
      )}
      {places.length > 0 && (
        // Keys of the list, which has the focus.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div onKeyDown={onKeyDown} className="common-places">
          <TextField
            label="Find a place"
            value={typed}
            maxLength={100}
            onText={(text) => {
              setTyped(text);
              setSelected(null);
            }}
          />
          <p className="field-hint" role="status">
            {shown.length === places.length
              ? `${places.length} ${places.length === 1 ? 'place' : 'places'}. Arrows walk, Enter opens one.`
              : `${shown.length} of ${places.length} places.`}
          </p>
          <VirtualListbox
            className="common-places-list"
            label="Common places"
            count={shown.length}
            selected={selected}
            at={at}
            domId={domId}
            keyOf={(index) => shown[index]?.placeId ?? String(index)}
            heightOf={rowHeight}
            overscan={4}
            tall={TALL}
            row={(index) => {
              const place = shown[index];
              if (place === undefined) return null;
              const { placeId, name, aliases, address } = place;
              return (
                // The list around it holds the keyboard; a row only answers the pointer.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  id={domId(placeId)}
                  tabIndex={-1}
                  role="option"
                  aria-selected={placeId === selected}
                  aria-setsize={shown.length}
                  aria-posinset={index + 1}
                  className="common-place"
                  onClick={() => {
                    setSelected(placeId);
                    setEdited(place);
                  }}
                >
                  <span className="common-place-name" dir="auto">
                    {name}
                    {aliases.length > 0 && <small> {aliases.join(' · ')}</small>}
                  </span>
                  <span className="common-place-where" dir="auto">
                    {[address, areaOf(place)].filter((each) => each !== '').join(' · ')}
                  </span>
                </div>
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

function rowHeight(): number {
  return ROW;
}
