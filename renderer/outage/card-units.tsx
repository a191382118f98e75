import { useBoard } from '../desk/board-store.ts';
import { Button } from '../parts/button.tsx';
import { CardSelect } from './card-select.tsx';
import { CardTime } from './card-time.tsx';
import { NO_UNIT, type CardDraft, type UnitDraft } from './card-draft.ts';

const STEPS = [
  ['assigned', 'Sent'],
  ['enRoute', 'En route'],
  ['onScene', 'On scene'],
  ['clear', 'Clear'],
] as const;

/** Who went. Nothing here moves a unit now: it is what they did then. */
export function CardUnits({
  draft,
  errorOf,
  onUnits,
}: {
  readonly draft: CardDraft;
  readonly errorOf: (field: string) => string | null;
  readonly onUnits: (units: readonly UnitDraft[]) => void;
}) {
  const rows = useBoard((board) => board.units);
  const choices = [...rows.values()].map(({ unitId, team }) => ({
    id: unitId,
    label: `${unitId} ${team}`,
  }));
  const change = (at: number, change: Partial<UnitDraft>) =>
    onUnits(draft.units.map((unit, place) => (place === at ? { ...unit, ...change } : unit)));
  return (
    <>
      {draft.units.map((unit, at) => (
        <fieldset key={at} className="card-unit">
          <legend>Unit {at + 1}</legend>
          <CardSelect
            label="Call sign"
            none="Choose"
            value={unit.unitId}
            choices={choices}
            error={errorOf(`units.${at}.unitId`)}
            onChoose={(unitId) => change(at, { unitId })}
          />
          <div className="card-times">
            {STEPS.map(([step, label]) => (
              <CardTime
                key={step}
                label={label}
                value={unit[step]}
                draft={draft}
                error={errorOf(`units.${at}.${step}`)}
                onTime={(time) => change(at, { [step]: time })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Button onClick={() => onUnits([...draft.units, NO_UNIT])}>
        {draft.units.length === 0 ? 'Add a unit that went' : 'Add another unit'}
      </Button>
    </>
  );
}
