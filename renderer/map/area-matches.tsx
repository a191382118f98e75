import type { AreaExamination } from '#shared/place/area-examination.ts';
import type { AreaMapping, AreaMatch } from '#shared/place/match-areas.ts';
import { Combobox } from '../parts/combobox.tsx';

/** By area: the shape a person takes it for, and whether a near name was confirmed. */
export type Agreed = Readonly<
  Record<string, { readonly shape: string | null; readonly sure: boolean }>
>;

/** What needs nobody: equal names. A near one waits for a yes. */
export function agreedIn(matches: readonly AreaMatch[]): Agreed {
  return Object.fromEntries(
    matches.map(({ areaId, shape, how }) => [areaId, { shape, sure: how === 'same' }]),
  );
}

export function mappingIn(agreed: Agreed): AreaMapping {
  return Object.fromEntries(
    Object.entries(agreed).flatMap(([areaId, { shape, sure }]) =>
      shape !== null && sure ? [[areaId, shape]] : [],
    ),
  );
}

/** Every area of the policy with its shape. Only what is doubtful asks for anything. */
export function AreaMatches({
  seen: { matches, names },
  agreed,
  onAgreed,
}: {
  readonly seen: AreaExamination;
  readonly agreed: Agreed;
  readonly onAgreed: (agreed: Agreed) => void;
}) {
  const taken = new Set(Object.values(mappingIn(agreed)));
  const free = names.filter((name) => !taken.has(name));
  const change = (areaId: string, shape: string | null, sure: boolean) =>
    onAgreed({ ...agreed, [areaId]: { shape, sure } });
  const met = matches.filter(({ areaId }) => agreed[areaId]?.sure === true).length;
  return (
    <>
      <p role="status">
        <b>{met}</b> of {matches.length} areas of the policy have a shape.
      </p>
      <table className="areas-matches">
        <thead>
          <tr>
            <th scope="col">Area of the policy</th>
            <th scope="col">Zone</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.areaId} data-how={match.how}>
              <th scope="row">{match.areaName}</th>
              <td>{match.zone}</td>
              <td>
                <Shape match={match} agreed={agreed[match.areaId]} free={free} onChange={change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {free.length > 0 && <Others free={free} />}
    </>
  );
}

function Shape({
  match: { areaId, areaName, how },
  agreed,
  free,
  onChange,
}: {
  readonly match: AreaMatch;
  readonly agreed: Agreed[string] | undefined;
  readonly free: readonly string[];
  readonly onChange: (areaId: string, shape: string | null, sure: boolean) => void;
}) {
  const shape = agreed?.shape ?? null;
  if (how === 'same') return <span dir="auto">{shape}</span>;
  if (how === 'near')
    return (
      <label className="areas-near">
        <input
          type="checkbox"
          checked={agreed?.sure === true}
          onChange={(event) => onChange(areaId, shape, event.target.checked)}
        />
        <span>
          <span dir="auto">{shape}</span>: the same area?
        </span>
      </label>
    );
  const choices = [...(shape === null ? [] : [shape]), ...free];
  return (
    <Combobox
      label={`Shape of ${areaName}`}
      none="No shape: choose one"
      choices={choices.map((name) => ({ id: name, label: name }))}
      value={shape}
      onChoose={(name) => onChange(areaId, name, name !== null)}
    />
  );
}

/** Named, so that a misspelt one is found among them. */
function Others({ free }: { readonly free: readonly string[] }) {
  return (
    <details>
      <summary>
        {free.length} {free.length === 1 ? 'shape is' : 'shapes are'} no area of the policy; drawn,
        and no team serves there
      </summary>
      <p dir="auto">{free.join(', ')}</p>
    </details>
  );
}
