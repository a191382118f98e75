import { Button } from '../parts/button.tsx';
import { showCalls, type Behind } from './show-calls.ts';

/** In a row of a table: to the calls behind it. Says of what, because many of them stand in a column. */
export function CallsButton({ title, ask, none }: Behind & { readonly none: boolean }) {
  if (none) return null;
  return (
    <Button
      tone="quiet"
      className="calls-button"
      aria-label={`Show the calls: ${title}`}
      onClick={() => showCalls({ title, ask })}
    >
      Calls
    </Button>
  );
}
