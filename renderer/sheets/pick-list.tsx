import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import './pick-list.css';

export interface Pick {
  readonly id: string;
  readonly title: string;
  /** At the end of the first line. */
  readonly aside?: string | undefined;
  readonly detail?: string | undefined;
  /** Heading above the first of each section. */
  readonly section?: string | undefined;
  readonly mark?: ReactNode;
}

/**
 * A text field over a list: type to narrow, arrows to move, Enter to take. The focus stays in the field,
 * so a person never has to leave it to correct a letter.
 */
export function PickList({
  label,
  hint,
  picks,
  text,
  onText,
  onPick,
  onMove,
  empty,
  ref,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly picks: readonly Pick[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (pick: Pick) => void;
  readonly onMove?: ((pick: Pick) => void) | undefined;
  readonly empty: string;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}) {
  const id = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const at = Math.max(
    0,
    picks.findIndex((pick) => pick.id === activeId),
  );
  const active = picks[at];

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active !== undefined && !event.repeat) onPick(active);
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(Math.min(picks.length - 1, Math.max(0, at + step)));
  }

  function move(to: number) {
    const pick = picks[to];
    if (pick === undefined) return;
    setActiveId(pick.id);
    onMove?.(pick);
    // Not in happy-dom.
    document.getElementById(`${id}-${to}`)?.scrollIntoView?.({ block: 'nearest' });
  }

  return (
    <div className="pick-list">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${at}`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        onChange={(event) => {
          setActiveId(null);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={label} className="picks" tabIndex={-1}>
        {picks.map((pick, index) => (
          <PickRow
            key={pick.id}
            id={`${id}-${index}`}
            pick={pick}
            heading={pick.section !== picks[index - 1]?.section ? pick.section : undefined}
            active={index === at}
            onPick={onPick}
          />
        ))}
      </div>
      {picks.length === 0 && (
        <p className="picks-empty" role="status">
          {empty}
        </p>
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

function PickRow({
  id,
  pick,
  heading,
  active,
  onPick,
}: {
  readonly id: string;
  readonly pick: Pick;
  readonly heading: string | undefined;
  readonly active: boolean;
  readonly onPick: (pick: Pick) => void;
}) {
  return (
    <>
      {heading !== undefined && (
        <div role="presentation" className="picks-heading">
          {heading}
        </div>
      )}
      {/* The field has the keyboard; the pointer only points. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        role="option"
        id={id}
        aria-selected={active}
        tabIndex={-1}
        className="pick"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(pick)}
      >
        {pick.mark}
        <span className="pick-title" dir="auto">
          {pick.title}
        </span>
        {pick.aside !== undefined && <span className="pick-aside">{pick.aside}</span>}
        {pick.detail !== undefined && (
          <span className="pick-detail" dir="auto">
            {pick.detail}
          </span>
        )}
      </div>
    </>
  );
}
