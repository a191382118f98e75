import {
  useCallback,
  useImperativeHandle,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import type { Choice } from '../parts/choices.ts';
import { fetchChoicesBelow, useChoicesBelow } from '../parts/choices-below.ts';
import { EscapeCloses } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { AddressAnswer } from './address-answer.tsx';
import { useAddress } from './use-address.ts';
import './address.css';

/**
 * Where somebody is, in their own words. Streets and common places are offered while it is typed, and below
 * stands which area that is, or why nobody can be sure: then a person says which. Nothing is filled in here.
 */
export function AddressField({
  value,
  areaId,
  onText,
  onBlur,
  onEnter,
  onArea,
  ref,
}: {
  readonly value: string;
  /** The area that is set; null while none is. */
  readonly areaId: string | null;
  readonly onText: (text: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Enter, when it took no suggestion. */
  readonly onEnter?: (() => void) | undefined;
  /** A person takes an area; absent where an area has no place yet. */
  readonly onArea?: ((areaId: string) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}) {
  const list = useId();
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement);
  const [typing, setTyping] = useState(false);
  /** -1 while none is marked: then Enter leaves the field as it is. */
  const [mark, setMark] = useState({ of: value, at: -1 });
  const marked = mark.of === value ? mark.at : -1;
  const [markedId, setMarkedId] = useState<string>();
  const seen = useAddress(value, typing || areaId === null);
  const ChoicesBelow = useChoicesBelow();
  const onMarked = useCallback((option: HTMLElement | null) => {
    setMarkedId(option?.id);
    // Not in happy-dom.
    option?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  const choices: readonly Choice[] = (seen?.suggestions ?? []).map(({ address, detail }) => ({
    id: address,
    label: address,
    detail,
  }));
  const [open, setOpen] = useState(false);
  const candidates = seen?.found.sure === false ? seen.found.candidates : [];
  // What is known already, or asked, stands below the field and is not to be covered.
  const offered = seen?.found.sure === false && candidates.length === 0;
  const shown = open && offered && choices.length > 0 && ChoicesBelow !== null;
  const take = (choice: Choice | undefined) => {
    setOpen(false);
    if (choice !== undefined) onText(choice.label);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey) return;
    if (event.key === 'ArrowDown' && candidates.length > 0) {
      event.preventDefault();
      return frame.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offered && choices.length > 0) {
      event.preventDefault();
      setOpen(true);
      const at = Math.max(-1, Math.min(choices.length - 1, marked + step));
      return setMark({ of: value, at });
    }
    if (event.key !== 'Enter') return;
    const choice = shown ? choices[marked] : undefined;
    if (choice === undefined && onEnter === undefined) return;
    event.preventDefault();
    if (choice === undefined) onEnter?.();
    else take(choice);
  };

  return (
    <div className="address" ref={frame}>
      {shown && <EscapeCloses close={() => setOpen(false)} />}
      <TextField
        ref={field}
        label="Location"
        placeholder="Address, crossing or place"
        value={value}
        maxLength={300}
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && marked >= 0 ? markedId : undefined}
        onText={(text) => {
          setTyping(true);
          setOpen(true);
          fetchChoicesBelow();
          onText(text);
        }}
        onBlur={() => {
          setOpen(false);
          onBlur?.();
        }}
        onKeyDown={onKeyDown}
      />
      {shown && (
        // oxlint-disable-next-line react/static-components
        <ChoicesBelow
          id={list}
          label="Streets and places"
          field={field}
          choices={choices}
          marked={marked}
          onMarked={onMarked}
          onTake={take}
          onClose={() => setOpen(false)}
        />
      )}
      {seen !== null && (
        <AddressAnswer
          found={seen.found}
          areaId={areaId}
          onArea={
            onArea &&
            ((chosen) => {
              onArea(chosen);
              // The button is gone with the question.
              field.current?.focus();
            })
          }
          onAddress={(address) => {
            setTyping(true);
            onText(address);
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
