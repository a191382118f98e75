import { useId, type Ref } from 'react';
import {
  agoWords,
  bytesWords,
  entriesWords,
  momentWords,
  WHY_WORDS,
  type ChosenCopy,
} from './copies-words.ts';
import { useMinute } from './use-copies.ts';

/** Every copy of this store, the latest first. The list holds the keyboard. */
export function CopyList({
  copies,
  at,
  onAt,
  ref,
}: {
  readonly copies: readonly ChosenCopy[];
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly ref: Ref<HTMLDivElement>;
}) {
  const id = useId();
  const now = useMinute();
  if (copies.length === 0) return null;
  return (
    <div
      ref={ref}
      className="copies-list"
      role="listbox"
      aria-label={`${copies.length} copies`}
      aria-activedescendant={`${id}-${at}`}
      tabIndex={0}
      onKeyDown={(event) => {
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: copies.length - 1 }[
          event.key
        ];
        if (to === undefined) return;
        event.preventDefault();
        onAt(Math.min(copies.length - 1, Math.max(0, to)));
      }}
    >
      {copies.map(({ targetId, folder, line }, index) => (
        // The list holds the keyboard; a row only answers the pointer.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${targetId} ${line.name}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onClick={() => onAt(index)}
        >
          <span className="copies-age">{agoWords(line.madeAt, now)}</span>
          <span>{momentWords(line.madeAt)}</span>
          <span>{entriesWords(line.entries)}</span>
          <span>{bytesWords(line.bytes)}</span>
          <span>
            {line.owes
              ? '▲ holds shredded words'
              : `✓ verified${line.encrypted ? ', encrypted' : ''}`}
          </span>
          <span>{WHY_WORDS[line.why]}</span>
          <span className="copies-tail">
            <bdi dir="ltr">{folder}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
