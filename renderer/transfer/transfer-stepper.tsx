import { TRANSFER_STEPS, WARM_STEPS, type Transfer } from '#shared/phone/transfer.ts';
import { spokenAge, writtenAge } from '../parts/age.ts';

/** Every step on the way, what is over and how long it took, and where the call stands. */
export function TransferStepper({ transfer }: { readonly transfer: Transfer }) {
  const at = WARM_STEPS.findIndex((step) => step === transfer.step);
  return (
    <ol className="transfer-steps" aria-label="Steps of the transfer">
      {WARM_STEPS.map((step, place) => {
        const state = place < at ? 'done' : place === at ? 'now' : 'ahead';
        const took = state === 'done' ? lasted(transfer, step) : null;
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="transfer-mark" aria-hidden="true">
              {MARKS[state]}
            </span>
            {TRANSFER_STEPS[step].label}
            <span className="spoken">, {SPOKEN[state]}</span>
            {took !== null && (
              <span className="transfer-took" aria-label={`took ${spokenAge(took)}`}>
                {took}
              </span>
            )}
          </li>
        );
      })}
      <li data-state="ahead">
        <span className="transfer-mark" aria-hidden="true">
          ○
        </span>
        Accepted
      </li>
    </ol>
  );
}

const MARKS = { done: '✓', now: '●', ahead: '○' } as const;
const SPOKEN = { done: 'done', now: 'now', ahead: 'still to come' } as const;

/** The last time it was passed: a receiver whose line dropped is dialed once more. */
function lasted({ passed, since }: Transfer, step: Transfer['step']): string | null {
  const place = passed.findLastIndex((each) => each.step === step);
  const begun = passed[place];
  if (begun === undefined) return null;
  const over = passed[place + 1]?.since ?? since;
  return writtenAge(Date.parse(over) - Date.parse(begun.since));
}
