import { useId, type KeyboardEvent, type RefObject } from 'react';
import type { KnownOnCall } from '#shared/board/known-person-lines.ts';
import { sureness, surenessSign } from './person-words.ts';

/** Whom it may be, the likely ones first: one line each, and what is marked stands in full below. */
export function CandidateList({
  known,
  chosen,
  onChoose,
  frame,
}: {
  /** Null until it is known: the list holds the keys meanwhile. */
  readonly known: KnownOnCall | null;
  readonly chosen: string | null;
  readonly onChoose: (personId: string) => void;
  readonly frame?: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  const { candidates, crowds } = known ?? NOBODY_YET;
  const at = candidates.findIndex(({ personId }) => personId === chosen);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : candidates[at + step];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) onChoose(next.personId);
  }

  return (
    <>
      <div
        ref={frame}
        className="candidates"
        role="listbox"
        aria-label="Whom it may be"
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        tabIndex={0}
        data-first-focus
        onKeyDown={onKeyDown}
      >
        {candidates.map((candidate, index) => (
          // The list holds the keyboard; a row only answers the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={candidate.personId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => onChoose(candidate.personId)}
          >
            <span aria-hidden="true">{surenessSign(candidate)}</span>
            <bdi>{candidate.label}</bdi>
            <small>
              {sureness(candidate)}, person {candidate.number}
            </small>
          </div>
        ))}
      </div>
      {known !== null && candidates.length === 0 && (
        <p className="sheet-empty">
          Nobody known fits what is on this call. Note the name and the date of birth to look again,
          or register a new person.
        </p>
      )}
      {crowds.map((crowd) => (
        <p key={crowd} className="field-hint">
          {crowd}
        </p>
      ))}
    </>
  );
}

const NOBODY_YET: Pick<KnownOnCall, 'candidates' | 'crowds'> = { candidates: [], crowds: [] };
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
