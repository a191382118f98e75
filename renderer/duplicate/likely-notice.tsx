import type { ReactNode } from 'react';
import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import { STRENGTH_WORDS } from '#shared/duplicate/likely-duplicates.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import './duplicate.css';

interface Props {
  readonly lines: readonly LikelyLine[];
  /** Joins it to an open incident. Null while a person is still typing something only looked at. */
  readonly onJoin: (line: LikelyLine & { readonly kind: 'incident' }) => void;
  readonly onDifferent: (line: LikelyLine) => void;
  readonly onAll?: (() => void) | undefined;
  /** What stands behind it in the queue, said before everything else. */
  readonly children?: ReactNode;
}

/** Beside a call that may have been told before: what, why, and two ways to say so. It takes no room while nothing is. */
export function LikelyNotice({ lines, onJoin, onDifferent, onAll, children }: Props) {
  const [first, ...others] = lines;
  // What only may be the same is read first, in the sheet.
  const sure = first?.strength !== 'maybe';
  const joins = first !== undefined && first.kind === 'incident' && first.open && sure;
  useActions({
    // Without anything to join the key does nothing: it never means a call under the one being typed.
    'duplicate.join': () => (joins ? onJoin(first) : undefined),
    'duplicate.different': () => (first === undefined ? undefined : onDifferent(first)),
  });
  return (
    <div className="likely" role="status" data-strength={first?.strength}>
      {children}
      {first !== undefined && (
        <>
          <p>
            <strong>
              <span aria-hidden="true">{SIGNS[first.strength]} </span>
              {STRENGTH_WORDS[first.strength]} as {nameOf(first)}:
            </strong>{' '}
            <span dir="auto">{first.reasons.join(', ')}.</span>
          </p>
          <p className="likely-what" dir="auto">
            {[first.callType, first.address, standingOf(first)]
              .filter((each) => each !== '')
              .join(' · ')}
          </p>
          <div className="button-row">
            {joins && (
              <Button tone="primary" keys="Ctrl+J" onClick={() => onJoin(first)}>
                Join {first.number}
              </Button>
            )}
            <Button keys="Ctrl+D" onClick={() => onDifferent(first)}>
              Something else
            </Button>
            {onAll !== undefined && (
              <Button tone="quiet" keys="Shift+J" onClick={onAll}>
                {others.length === 0 ? 'More' : `${others.length} more`}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

export const SIGNS = { 'the-same': '●', likely: '◐', maybe: '○' } as const;

/** “214”, “call 215, which waits”, “208, closed”. */
function nameOf(line: LikelyLine): string {
  if (line.kind === 'call') return `call ${line.number}, which waits`;
  return line.open ? `${line.number}` : `${line.number}, which is closed`;
}

export function standingOf({ standing, callers }: LikelyLine): string {
  return callers > 1 ? `${standing}, ${callers} callers` : standing;
}
