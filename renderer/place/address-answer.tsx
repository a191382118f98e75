import type { PlaceFound } from '#shared/place/place-found.ts';
import { Button } from '../parts/button.tsx';

/** More would not be read with a caller on the line: the area is chosen below then. */
const MOST_CANDIDATES = 4;
const MOST_PROPOSALS = 3;

/** Which area an address is in and how that is known, or between which of them nobody can tell. */
export function AddressAnswer({
  found,
  areaId,
  onArea,
  onAddress,
}: {
  readonly found: PlaceFound;
  /** The area that is set; null while none is. */
  readonly areaId: string | null;
  readonly onArea: ((areaId: string) => void) | undefined;
  readonly onAddress: (address: string) => void;
}) {
  if (found.sure) {
    const name = found.areaName ?? 'outside every area';
    const other = areaId !== null && areaId !== found.areaId;
    return (
      <div className="address-answer" role="status" data-sure={!other}>
        <p>
          <b>{found.areaId === null ? `Outside the areas of the policy` : name}</b>
          {other ? ', and another area is set. ' : '. '}
          <span className="address-why">{found.how}</span>
        </p>
        {other && found.areaId !== null && onArea !== undefined && (
          <Button tone="quiet" onClick={() => onArea(found.areaId ?? '')}>
            Take {name}
          </Button>
        )}
      </div>
    );
  }
  // Somebody has said where it is: nothing has to be asked any more.
  if (areaId !== null) return null;
  const candidates = found.candidates.slice(0, MOST_CANDIDATES);
  const more = found.candidates.length - candidates.length;
  return (
    <div className="address-answer" role="status" data-sure={false}>
      <p>
        <b>
          Not sure
          {candidates.length > 0
            ? `: ${either(
                candidates.map(({ name }) => name),
                more,
              )}?`
            : '.'}
        </b>{' '}
        <span className="address-why">{found.why}</span>
      </p>
      {candidates.length > 0 && onArea !== undefined && (
        <div className="button-row" role="group" aria-label="Which area is it?">
          {candidates.map(({ areaId: id, name, why }, at) => (
            <Button
              key={id}
              tone="quiet"
              keys={at === 0 ? 'ArrowDown' : undefined}
              data-first={at === 0 ? '' : undefined}
              title={why}
              onClick={() => onArea(id)}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
      {found.proposals.length > 0 && (
        <div className="button-row" role="group" aria-label="Is it one of these?">
          {found.proposals.slice(0, MOST_PROPOSALS).map(({ address, why }) => (
            <Button key={address} tone="quiet" title={why} onClick={() => onAddress(address)}>
              {address}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** “Uptown or Edgewater”, “Uptown, Edgewater or 3 more”. */
function either(names: readonly string[], more: number): string {
  const all = more > 0 ? [...names, `${more} more`] : names;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
}
