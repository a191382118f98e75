import { useState } from 'react';
import type { NoteLine } from '#shared/board/clinical-work.ts';
import { wallTime } from '../desk/wall-time.ts';

/** The earlier versions of a field: corrected, never erased. */
export function NoteHistory({ line }: { readonly line: NoteLine }) {
  const [open, setOpen] = useState(false);
  const [, ...earlier] = line.versions;
  return (
    <details className="note-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {earlier.length === 1 ? 'One earlier version' : `${earlier.length} earlier versions`}
      </summary>
      {open && (
        <ol>
          {earlier.map(({ seq, value, at, by }) => (
            <li key={seq}>
              <span className="note-history-by">
                {wallTime(at)}, <bdi>{by}</bdi>
              </span>{' '}
              <span dir="auto">{value === '' ? '(nothing)' : value}</span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
