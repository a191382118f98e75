import type { DirectoryOverview } from '#shared/board/directory-view.ts';
import { NO_FILTER, type DirectoryOrder } from '#shared/directory/directory-search.ts';
import { KIND_LABELS, SERVICE_KINDS } from '#shared/directory/service-kind.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { filtersSet, type DirectorySearch } from './use-directory.ts';

const KM_PER_MILE = 1.609_344;
const MILES = [1, 2, 3, 5, 10, 25] as const;

const ORDERS: Readonly<Record<DirectoryOrder, string>> = {
  words: 'Best match',
  near: 'Nearest',
  name: 'Name',
};

/** What the list is narrowed to. Each says itself; nothing is hidden behind a menu. */
export function DirectoryFilters({ search }: { readonly search: DirectorySearch }) {
  const { filter, narrow, order, sort, overview } = search;
  const measured = overview?.measured === true;
  const set = filtersSet(filter);
  return (
    <div className="directory-filters" role="group" aria-label="Narrow the list">
      <div className="directory-toggles">
        <Toggle
          on={filter.openNow}
          label="Open now"
          keys="o"
          onToggle={(openNow) => narrow({ openNow })}
        />
        <Toggle
          on={filter.capacity}
          label="Has room"
          keys="h"
          onToggle={(capacity) => narrow({ capacity })}
        />
        <Toggle on={filter.free} label="Free" onToggle={(free) => narrow({ free })} />
        {set > 0 && (
          <Button tone="quiet" keys="0" onClick={() => narrow(NO_FILTER)}>
            Clear {set} {set === 1 ? 'filter' : 'filters'}
          </Button>
        )}
      </div>
      <div className="directory-selects">
        <Choice
          label="Kind"
          value={filter.kind ?? ''}
          any="Any kind"
          choices={SERVICE_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
          onChoose={(chosen) =>
            narrow({ kind: SERVICE_KINDS.find((kind) => kind === chosen) ?? null })
          }
        />
        <Choice
          label="Language"
          value={filter.language ?? ''}
          any="Any language"
          choices={languages(overview)}
          onChoose={(chosen) => narrow({ language: chosen === '' ? null : chosen })}
        />
        <TextField
          label="Takes age"
          inputMode="numeric"
          maxLength={3}
          value={filter.age === null ? '' : String(filter.age)}
          onText={(text) => narrow({ age: ageOf(text) })}
        />
        <Choice
          label="Within"
          value={filter.withinKm === null ? '' : String(milesOf(filter.withinKm))}
          any={measured ? 'Any distance' : 'No point set'}
          choices={
            measured
              ? MILES.map((miles) => [String(miles), `${miles} mi (${kmOf(miles).toFixed(0)} km)`])
              : []
          }
          onChoose={(chosen) => narrow({ withinKm: chosen === '' ? null : kmOf(Number(chosen)) })}
        />
        <TextField
          label="Area or ZIP"
          maxLength={100}
          value={filter.area}
          onText={(area) => narrow({ area })}
        />
        <Choice
          label="Sorted by"
          value={order === 'words' ? '' : order}
          any={ORDERS.words}
          choices={measured ? [['near', ORDERS.near]] : []}
          onChoose={(chosen) => sort(chosen === 'near' ? 'near' : 'words')}
        />
      </div>
    </div>
  );
}

function languages(overview: DirectoryOverview | null): readonly (readonly [string, string])[] {
  return (overview?.languages ?? []).map(({ value, name }) => [value, name]);
}

function kmOf(miles: number): number {
  return miles * KM_PER_MILE;
}

function milesOf(km: number): number {
  return Math.round(km / KM_PER_MILE);
}

/** What is no age asks for none. */
function ageOf(text: string): number | null {
  const age = Number(text);
  return text.trim() === '' || !Number.isInteger(age) || age < 0 || age > 130 ? null : age;
}

function Toggle({
  on,
  label,
  keys,
  onToggle,
}: {
  readonly on: boolean;
  readonly label: string;
  readonly keys?: string;
  readonly onToggle: (on: boolean) => void;
}) {
  return (
    <Button
      className="directory-toggle"
      aria-pressed={on}
      {...(keys === undefined ? {} : { keys })}
      onClick={() => onToggle(!on)}
    >
      {on ? `✓ ${label}` : label}
    </Button>
  );
}

function Choice({
  label,
  value,
  any,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly any: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChoose: (chosen: string) => void;
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select value={value} {...wiring} onChange={({ target }) => onChoose(target.value)}>
          <option value="">{any}</option>
          {choices.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
