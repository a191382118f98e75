import type { WaitingFile } from '#shared/board/import-view.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { sizeInWords } from './sizes.ts';

/** Files that came into a watched folder and are to be looked at by a person first. */
export function WaitingFiles({
  waiting,
  onChosen,
}: {
  readonly waiting: readonly WaitingFile[];
  readonly onChosen: () => void;
}) {
  const choose = useCommand('import.choose-waiting');
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="import-waiting">
      <h3 id="import-waiting">Waiting in a watched folder</h3>
      <ul className="import-list">
        {waiting.map(({ waitingId, name, lineName, size }) => (
          <li key={waitingId}>
            <span>
              <bdi>{name}</bdi>
              <span className="field-hint">
                <bdi>{lineName}</bdi>, {sizeInWords(size)}
              </span>
            </span>
            <Button
              aria-label={`Look at it: “${name}”`}
              onClick={() => void choose.give({ waitingId }).then(onChosen)}
            >
              Look at it
            </Button>
          </li>
        ))}
      </ul>
      <Refused refusal={choose.refusal} />
    </section>
  );
}
