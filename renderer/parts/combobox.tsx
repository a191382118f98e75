import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { useActions } from '../keys/actions.ts';
import { matching, type Choice } from './choices.ts';
import { Field } from './field.tsx';

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
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const open = typed !== null;
  const found = open ? matching(choices, typed) : [];
  const chosen = choices.find((choice) => choice.id === value);
  const close = () => setTyped(null);

  const take = (choice: Choice | undefined) => {
    close();
    if (choice !== undefined && choice.id !== value) onChoose(choice.id);
    if (typed?.trim() === '' && value !== null) onChoose(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setMarked((at) => (open ? Math.max(0, Math.min(found.length - 1, at + step)) : 0));
    } else if (event.key === 'Enter' && (open || onEnter !== undefined)) {
      event.preventDefault();
      if (open) take(typed.trim() === '' && marked === 0 ? undefined : found[marked]);
      onEnter?.();
    }
  };

  return (
    <Field label={label}>
      {(wiring) => (
        <div className="combobox">
          {open && <EscapeCloses close={close} />}
          <input
            {...wiring}
            ref={ref}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={open && found.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={found[marked] && `${list}-${found[marked].id}`}
            placeholder={none}
            value={typed ?? chosen?.label ?? ''}
            onFocus={(event) => event.target.select()}
            onClick={() => !open && setTyped('')}
            onChange={(event) => {
              setTyped(event.target.value);
              setMarked(0);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => open && take(typed.trim() === '' ? undefined : found[marked])}
          />
          <div
            id={list}
            role="listbox"
            aria-label={label}
            className="choices"
            hidden={!open || found.length === 0}
          >
            {found.map((choice, at) => (
              <div
                key={choice.id}
                id={`${list}-${choice.id}`}
                role="option"
                aria-selected={at === marked}
                tabIndex={-1}
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(choice);
                }}
              >
                <span>{choice.label}</span>
                {choice.detail !== undefined && <small>{choice.detail}</small>}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}

/** Only while the list is open, so that Escape otherwise still means what it means around the field. */
function EscapeCloses({ close }: { readonly close: () => void }) {
  useActions({ escape: close });
  return null;
}
