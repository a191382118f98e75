import type { IncidentView } from '#shared/board/incident-view.ts';
import { sayFound } from '#shared/incident/decide-place.ts';
import { memo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { MarkedWords } from '../call-type/marked-words.tsx';
import { tell } from '../desk/ask.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
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
  const areaField = useRef<HTMLInputElement>(null);
  const callbackField = useRef<HTMLInputElement>(null);
  const choices = (areas ?? []).map(({ id, name, zone: side }) => ({
    id,
    label: name,
    detail: side,
  }));

  const save = async (areaId: string | null, changed: boolean) => {
    if (!changed) return;
    const typed = callback.text.trim();
    const done = await tell('incident.set-place', {
      incidentId,
      address: address.text.trim(),
      areaId,
      callback: typed === '' ? null : typed,
    });
    if (done === null) return;
    address.settle();
    callback.settle();
  };
  const saveText = () => void save(place.areaId, address.changed || callback.changed);

  return (
    <section className="place" aria-label="Place and callback">
      <AddressField
        ref={addressRef}
        value={address.text}
        areaId={place.areaId}
        onText={address.type}
        onBlur={saveText}
        onEnter={() => areaField.current?.focus()}
        onArea={(areaId) => void save(areaId, true)}
      />
      <Combobox
        ref={areaField}
        label={zone === null ? 'Area' : `Area · ${zone} Side`}
        none={area ?? 'Area unknown'}
        choices={choices}
        value={place.areaId}
        onEnter={() => callbackField.current?.focus()}
        onChoose={(areaId) => void save(areaId, true)}
      />
      {pointArea !== null && (
        <p className="point-area" role="status">
          <span>The point on the map lies {sayFound(pointArea)}.</span>
          <Button tone="quiet" onClick={() => void save(pointArea.areaId, true)}>
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
        onBlur={saveText}
        onKeyDown={(event) => onEnter(event, () => focusFact(null))}
        maxLength={40}
      />
      {words !== '' && (
        <blockquote className="words" dir="auto">
          <MarkedWords text={words} />
        </blockquote>
      )}
      <NoticeBeside causes={['incident.set-place']} />
    </section>
  );
});

/** Leaving the field saves it, so Enter only has to move on. */
function onEnter(event: KeyboardEvent, moveOn: () => void): void {
  if (event.key !== 'Enter' || event.altKey) return;
  event.preventDefault();
  moveOn();
}
