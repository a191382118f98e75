import type { Completion } from './command-complete.ts';
import type { Preview } from './command-preview.ts';

/** Above the line: what may come next, best first, and below it what Enter will do. */
export function CommandCompletions({
  id,
  completions,
  marked,
  preview,
  onTake,
}: {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly marked: number | null;
  readonly preview: Preview | null;
  readonly onTake: (line: string) => void;
}) {
  return (
    <div className="command-above">
      {completions.length > 0 && (
        <div id={id} role="listbox" aria-label="What may come next" className="command-list">
          {completions.map((each, at) => (
            <div
              key={`${each.shows} ${each.line}`}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === marked}
              tabIndex={-1}
              data-goes={each.goes}
              onPointerDown={(event) => {
                event.preventDefault();
                onTake(each.line);
              }}
            >
              <code>{each.shows}</code>{' '}
              <span dir="auto">
                {each.goes ? '' : '✕ cannot go: '}
                {each.label}
              </span>
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-preview`} className="command-preview" data-refused={preview?.refused ?? false}>
        {preview !== null && (
          <>
            <strong>{preview.refused ? '✕ Refused:' : '↵ Enter:'}</strong>{' '}
            <span dir="auto">{preview.says}</span>
          </>
        )}
      </p>
      <p className="spoken" role="status">
        {counted(completions.length)}
        {preview === null ? '' : ` ${preview.refused ? 'Refused: ' : 'Enter: '}${preview.says}`}
      </p>
    </div>
  );
}

function counted(count: number): string {
  if (count === 0) return 'Nothing to complete.';
  return count === 1 ? 'One completion.' : `${count} completions.`;
}
