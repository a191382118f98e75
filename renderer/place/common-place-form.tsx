import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { CommonPlace } from '#shared/place/common-place.ts';
import { sayPosition, type Position } from '#shared/place/position.ts';
import { useDesk } from '../desk/desk-store.ts';
import { parseSpot } from '../keys/position-command.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** One place: what it is called, where it is. An address is enough; an area or a point says it for sure. */
export function CommonPlaceForm({
  place,
  onClose,
  onDone,
}: {
  /** Null adds one. */
  readonly place: CommonPlace | null;
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}) {
  const areas = useDesk((desk) => desk.policy?.areas) ?? [];
  const [name, setName] = useState(place?.name ?? '');
  const [aliases, setAliases] = useState(place?.aliases.join('; ') ?? '');
  const [address, setAddress] = useState(place?.address ?? '');
  const [areaId, setAreaId] = useState(place?.areaId ?? null);
  const [point, setPoint] = useState(place?.position ? sayPosition(place.position) : '');
  const [wrongPoint, setWrongPoint] = useState<string | null>(null);
  const set = useCommand('common-place.set');
  const remove = useCommand('common-place.remove');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const position = pointIn(point);
    if (position !== null && 'says' in position) return setWrongPoint(position.says);
    setWrongPoint(null);
    const others = aliases.split(';').map((each) => each.trim());
    const done = await set.give({
      placeId: place?.placeId ?? null,
      name: name.trim(),
      aliases: others.filter((each) => each !== ''),
      address: address.trim(),
      areaId,
      position,
    });
    if (done !== null) onDone(`${name.trim()} is in the list.`);
  };
  const takeAway = async () => {
    if (place === null || (await remove.give({ placeId: place.placeId })) === null) return;
    onDone(`${place.name} is not in the list any more.`);
  };

  return (
    <form
      className="common-place-form"
      aria-label={place === null ? 'A new place' : place.name}
      onSubmit={(event) => void save(event)}
    >
      <TextField ref={first} label="Name" value={name} maxLength={300} onText={setName} />
      <TextField
        label="Also called"
        hint="Separated by semicolons"
        placeholder="UCM ED; Mitchell"
        value={aliases}
        maxLength={1000}
        onText={setAliases}
      />
      <TextField label="Address" value={address} maxLength={300} onText={setAddress} />
      <Combobox
        label="Area"
        none="By its point or address"
        choices={areas.map(({ id, name: label, zone }) => ({ id, label, detail: zone }))}
        value={areaId}
        onChoose={setAreaId}
      />
      <TextField
        label="Point"
        placeholder="41.97 -87.66"
        error={wrongPoint}
        value={point}
        maxLength={60}
        onText={setPoint}
      />
      <Refused refusal={set.refusal ?? remove.refusal} />
      <div className="button-row">
        <Button tone="primary" type="submit" aria-disabled={set.busy}>
          {place === null ? 'Add it' : 'Change it'}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
        {place !== null && (
          <Button tone="danger" aria-disabled={remove.busy} onClick={() => void takeAway()}>
            Remove it
          </Button>
        )}
      </div>
    </form>
  );
}

function pointIn(text: string): Position | null | { readonly says: string } {
  if (text.trim() === '') return null;
  const spot = parseSpot(text);
  if ('says' in spot) return spot;
  return 'position' in spot
    ? spot.position
    : { says: 'A point is two numbers: latitude, then longitude, such as 41.97 -87.66.' };
}
