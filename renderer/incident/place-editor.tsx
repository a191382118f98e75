import type { IncidentView } from '#shared/board/incident-view.ts';
import type { PlaceFields } from '#shared/incident/edit-incident.ts';
import { sayFound } from '#shared/incident/decide-place.ts';
import { memo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { MarkedWords } from '../call-type/marked-words.tsx';
import { tellEdit } from '../desk/ask.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useDraft, type Draft } from '../desk/drafts.ts';
import { BothValues, useBothValues } from '../parts/both-values.tsx';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { AddressField } from '../place/address-field.tsx';
import { focusFact } from './fact-focus.ts';

/** Location first. Each field saves when it is left; Enter leaves it for the next. */
export const PlaceEditor = memo(function PlaceEditor({
  incidentId,
  place,
  area,
  zone,
  pointArea,
  callback: number,
  words,
  addressRef,
}: Pick<
  IncidentView,
  'incidentId' | 'place' | 'area' | 'zone' | 'pointArea' | 'callback' | 'words'
> & {
  readonly addressRef: RefObject<HTMLInputElement | null>;
}) {
  const subject = `incident/${incidentId}`;
  const areas = useDesk((desk) => desk.policy?.areas);
  const address = useDraft(subject, 'address', place.address);
  const callback = useDraft(subject, 'callback', number ?? '');
  /** The area that was chosen last: what is disputed when somebody else chose another. */
  const [wanted, setWanted] = useState<string | null>(null);
  const areaField = useRef<HTMLInputElement>(null);
  const callbackField = useRef<HTMLInputElement>(null);
  const choices = (areas ?? []).map(({ id, name, zone: side }) => ({
    id,
    label: name,
    detail: side,
  }));

  const both = useBothValues();

  /** Each field for itself: one that somebody else changed meanwhile keeps no other from being saved. */
  const save = async (mine: Partial<PlaceFields>, over: Partial<PlaceFields>) => {
    const { areaId } = place;
    const onRecord = { address: place.address, areaId, callback: number };
    const seen = { ...onRecord, ...over };
    const { done, both: disputed } = await tellEdit('incident.set-place', {
      incidentId,
      ...onRecord,
      ...mine,
      seen,
    });
    both.show(disputed);
    return done !== null;
  };
  const saveAddress = async (seen = address.seen) => {
    if (await save({ address: address.text.trim() }, { address: seen })) address.settle();
  };
  const saveCallback = async (seen = callback.seen) => {
    const saved = await save({ callback: orNull(callback.text) }, { callback: orNull(seen) });
    if (saved) callback.settle();
  };
  const saveArea = (areaId: string | null, seen = place.areaId) => {
    setWanted(areaId);
    void save({ areaId }, { areaId: seen });
  };
  /** Both values of a text field, and what each of the three answers does. */
  const dispute = (
    field: 'address' | 'callback',
    draft: Draft,
    again: (seen: string) => Promise<void>,
    input: RefObject<HTMLInputElement | null>,
  ) => {
    const value = both.of(field);
    if (value === undefined) return null;
    const after = (act: () => void) => () => {
      both.settle(field);
      act();
      input.current?.focus();
    };
    return (
      <BothValues
        value={value}
        onTheirs={after(draft.discard)}
        onMine={after(() => void again(value.theirs))}
        onEdit={after(() => draft.stand(value.theirs))}
      />
    );
  };
  const disputedArea = both.of('areaId');

  return (
    <section className="place" aria-label="Place and callback">
      <AddressField
        ref={addressRef}
        value={address.text}
        areaId={place.areaId}
        onText={address.type}
        onBlur={() => address.changed && void saveAddress()}
        onEnter={() => areaField.current?.focus()}
        onArea={(areaId) => saveArea(areaId)}
      />
      {dispute('address', address, saveAddress, addressRef)}
      <Combobox
        ref={areaField}
        label={zone === null ? 'Area' : `Area · ${zone} Side`}
        none={area ?? 'Area unknown'}
        choices={choices}
        value={place.areaId}
        onEnter={() => callbackField.current?.focus()}
        onChoose={(areaId) => saveArea(areaId)}
      />
      {disputedArea !== undefined && (
        <BothValues
          value={disputedArea}
          onTheirs={() => both.settle('areaId')}
          onMine={() => {
            both.settle('areaId');
            saveArea(wanted, orNull(disputedArea.theirs));
          }}
        />
      )}
      {pointArea !== null && (
        <p className="point-area" role="status">
          <span>The point on the map lies {sayFound(pointArea)}.</span>
          <Button tone="quiet" onClick={() => saveArea(pointArea.areaId)}>
            {pointArea.areaId === null ? 'No area' : `Take ${pointArea.name}`}
          </Button>
        </p>
      )}
      <TextField
        ref={callbackField}
        label="Callback"
        placeholder="No number"
        inputMode="tel"
        value={callback.text}
        onText={callback.type}
        onBlur={() => callback.changed && void saveCallback()}
        onKeyDown={(event) => onEnter(event, () => focusFact(null))}
        maxLength={40}
      />
      {dispute('callback', callback, saveCallback, callbackField)}
      {words !== '' && (
        <blockquote className="words" dir="auto">
          <MarkedWords text={words} />
        </blockquote>
      )}
      <NoticeBeside causes={['incident.set-place']} />
    </section>
  );
});

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Leaving the field saves it, so Enter only has to move on. */
function onEnter(event: KeyboardEvent, moveOn: () => void): void {
  if (event.key !== 'Enter' || event.altKey) return;
  event.preventDefault();
  moveOn();
}
