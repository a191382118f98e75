import { useCallback, useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Header } from 'react-aria-components/Header';
import { ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { OptionList } from '../parts/choice-list.tsx';
import './pick-list.css';

export interface Pick {
  readonly id: string;
  readonly title: string;
  /** At the end of the first line. */
  readonly aside?: string | undefined;
  readonly detail?: ReactNode;
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
  const [activeOption, setActiveOption] = useState<string>();
  const onActive = useCallback((option: HTMLElement | null) => {
    setActiveOption(option?.id);
    // Not in happy-dom.
    option?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
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
        aria-activedescendant={active === undefined ? undefined : activeOption}
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
      <OptionList id={`${id}-list`} label={label} className="picks" marked={active?.id}>
        {sections(picks).map(({ heading, picks: under }) => {
          const options = under.map((pick) => (
            <ListBoxItem
              key={pick.id}
              id={pick.id}
              ref={pick === active ? onActive : undefined}
              textValue={pick.title}
              className="pick"
              onPress={() => onPick(pick)}
            >
              <PickLines pick={pick} />
            </ListBoxItem>
          ));
          return heading === undefined ? (
            options
          ) : (
            <ListBoxSection key={under[0]?.id} className="picks-section">
              <Header className="picks-heading">{heading}</Header>
              {options}
            </ListBoxSection>
          );
        })}
      </OptionList>
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

/** Neighbors of one heading stand together; the order is the caller's. */
function sections(picks: readonly Pick[]) {
  const all: { readonly heading: string | undefined; readonly picks: Pick[] }[] = [];
  for (const pick of picks) {
    const last = all.at(-1);
    if (last !== undefined && last.heading === pick.section) last.picks.push(pick);
    else all.push({ heading: pick.section, picks: [pick] });
  }
  return all;
}

function PickLines({ pick }: { readonly pick: Pick }) {
  return (
    <>
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
    </>
  );
}
