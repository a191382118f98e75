import { useId, type Ref } from 'react';

/** Narrows the list to a name, a role or a standing. Down and Enter go on to the list. */
export function FindAccount({
  typed,
  onTyped,
  onList,
  ref,
}: {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onList: () => void;
  readonly ref: Ref<HTMLInputElement>;
}) {
  const id = useId();
  return (
    <div className="account-find">
      <label htmlFor={id}>
        <kbd aria-hidden="true">f</kbd> Find
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder="name, role or “locked”"
        aria-keyshortcuts="f"
        value={typed}
        maxLength={80}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onList();
        }}
      />
    </div>
  );
}
