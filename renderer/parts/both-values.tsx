import { useId, useState } from 'react';
import type { Meanwhile } from '#shared/edit/changed-meanwhile.ts';
import { wallTime } from '../desk/wall-time.ts';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Button } from './button.tsx';
import './both-values.css';

/**
 * Two people changed one field: what is on record and what was typed here, side by side. Nothing is written
 * until somebody says which stands. It never takes the keyboard from whoever types on: it is announced, and
 * its letters count once the focus is in it.
 */
export function BothValues({
  value: { label, saysTheirs, saysMine, byName, at },
  onTheirs,
  onMine,
  onEdit,
}: {
  readonly value: Meanwhile;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  /** Left out where there is nothing to type. */
  readonly onEdit?: (() => void) | undefined;
}) {
  const id = useId();
  const keys = { t: onTheirs, k: onMine, ...(onEdit === undefined ? {} : { e: onEdit }) };
  return (
    <KeyScope keys={keys}>
      <div
        className="both-values"
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-says`}
        data-place="sheet"
      >
        <p id={`${id}-title`} role="alert">
          <strong>{label}: two values.</strong> <bdi>{byName}</bdi> changed it at {wallTime(at)},
          while you were at it.
        </p>
        <dl id={`${id}-says`}>
          <div>
            <dt>
              On record, by <bdi>{byName}</bdi>
            </dt>
            <dd dir="auto">{saysTheirs}</dd>
          </div>
          <div>
            <dt>Yours, not written</dt>
            <dd dir="auto">{saysMine}</dd>
          </div>
        </dl>
        <div className="button-row">
          <Button keys="t" onClick={onTheirs}>
            Take theirs
          </Button>
          <Button keys="k" onClick={onMine}>
            Keep mine
          </Button>
          {onEdit !== undefined && (
            <Button keys="e" tone="quiet" onClick={onEdit}>
              Edit
            </Button>
          )}
        </div>
      </div>
    </KeyScope>
  );
}

/** The fields of one editor that are disputed. A later refusal of the same field replaces the earlier one. */
export function useBothValues() {
  const [values, setValues] = useState<readonly Meanwhile[]>([]);
  const settle = (field: string) =>
    setValues((known) => known.filter((each) => each.field !== field));
  return {
    of: (field: string) => values.find((each) => each.field === field),
    all: values,
    show: (fresh: readonly Meanwhile[]) =>
      setValues((known) => [
        ...known.filter(({ field }) => !fresh.some((each) => each.field === field)),
        ...fresh,
      ]),
    settle,
  };
}
