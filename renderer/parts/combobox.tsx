import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { flushSync } from 'react-dom';
import { useActions } from '../keys/actions.ts';
import { fetchChoicesBelow, fetchChoicesBelowWhenIdle, useChoicesBelow } from './choices-below.ts';
import { matching, type Choice } from './choices.ts';
import { Field } from './field.tsx';

/**
 * What a person has done in the field since it last stood as chosen: typed, moved through the list, or
 * only opened it. Only typing and moving mean something when the field is left.
 */
interface Search {
  /** Null while the text is still that of the present choice. */
  readonly typed: string | null;
  /** Index in what is found; -1 while none is marked. */
  readonly marked: number;
  readonly moved: boolean;
  /** The list can be put away, by scrolling, while the text stays. */
  readonly open: boolean;
}

/** Type-ahead over a short list. Enter, Tab or leaving the field takes the marked choice. */
export function Combobox({
  label,
  choices,
  value,
  onChoose,
  none,
  ref,
  onEnter,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Id of the present choice; null when none is made. */
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
  /** Shown while nothing is chosen. */
  readonly none: string;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  /** Enter, after it took the marked choice: where to go next. */
  readonly onEnter?: (() => void) | undefined;
}) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement);
  const [search, setSearch] = useState<Search | null>(null);
  const [markedId, setMarkedId] = useState<string>();
  const onMarked = useCallback((option: HTMLElement | null) => {
    setMarkedId(option?.id);
    // Not in happy-dom.
    option?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const ChoicesBelow = useChoicesBelow();
  useEffect(fetchChoicesBelowWhenIdle, []);
  const settled = search === null;
  // Once a choice stands in the field, by Enter, Escape or a pointer, what is typed next replaces it.
  useLayoutEffect(() => {
    if (settled && document.activeElement === field.current) field.current?.select();
  }, [settled, value]);

  const found = search === null ? [] : matching(choices, search.typed ?? '');
  const present = choices.findIndex((choice) => choice.id === value);
  const shown = search?.open === true && found.length > 0 && ChoicesBelow !== null;
  const close = () => setSearch(null);

  const take = (choice: Choice | undefined) => {
    close();
    if (choice !== undefined && choice.id !== value) onChoose(choice.id);
    if (choice === undefined && search?.typed?.trim() === '' && value !== null) onChoose(null);
  };
  const open = (marked: number) => {
    fetchChoicesBelow();
    setSearch({ typed: null, marked, moved: false, open: true });
  };
  const move = (step: 1 | -1) => {
    if (search === null) return open(Math.max(0, present));
    const marked = Math.max(0, Math.min(found.length - 1, search.marked + step));
    setSearch({ ...search, marked, moved: true, open: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && search !== null) {
      // Where no keymap took it: before anybody is signed on.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && (search !== null || onEnter !== undefined)) {
      event.preventDefault();
      // At once, so that leaving the field for the next one does not take it a second time.
      if (search !== null) flushSync(() => take(found[search.marked]));
      onEnter?.();
    }
  };

  return (
    <Field label={label}>
      {(wiring) => (
        <div className="combobox">
          {search !== null && <EscapeCloses close={close} />}
          <input
            {...wiring}
            ref={field}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={shown}
            aria-controls={shown ? list : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown ? markedId : undefined}
            placeholder={none}
            value={search?.typed ?? choices[present]?.label ?? ''}
            onFocus={(event) => {
              fetchChoicesBelow();
              event.target.select();
            }}
            onClick={(event) => {
              if (search !== null) return setSearch({ ...search, open: true });
              // What is typed next replaces the present choice.
              event.currentTarget.select();
              open(present);
            }}
            onChange={(event) => {
              const typed = event.target.value;
              const marked = typed.trim() === '' ? -1 : 0;
              setSearch({ typed, marked, moved: false, open: true });
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              if (search === null) return;
              if (search.typed === null && !search.moved) close();
              else take(found[search.marked]);
            }}
          />
          {shown && (
            <ChoicesBelow
              id={list}
              label={label}
              field={field}
              choices={found}
              marked={search.marked}
              onMarked={onMarked}
              onTake={take}
              onClose={() => setSearch({ ...search, open: false })}
            />
          )}
        </div>
      )}
    </Field>
  );
}

/** Only while there is something to put back: Escape otherwise means what it means around the field. */
export function EscapeCloses({ close }: { readonly close: () => void }) {
  useActions({ escape: close });
  return null;
}
