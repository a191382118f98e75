import { useState, type FormEvent, type ReactNode } from 'react';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Permission } from '#shared/roster/permission.ts';
import { Button } from '../parts/button.tsx';
import { NOBODY_CHOSEN, NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { Refused } from './refused.tsx';
import type { Command } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** Something that takes two: what it means, read before anybody signs for it, and who signs beside the person here. */
export function SignedByTwo({
  className,
  label,
  means,
  legend,
  needs,
  act,
  tone = 'primary',
  command: { busy, refusal },
  onSigned,
  onCancel,
}: {
  readonly className: string;
  readonly label: string;
  readonly means: ReactNode;
  readonly legend: string;
  readonly needs: Permission;
  /** What the button says. */
  readonly act: string;
  readonly tone?: 'primary' | 'danger';
  readonly command: Pick<Command<never>, 'busy' | 'refusal'>;
  readonly onSigned: (secondPerson: { operatorId: OperatorId; passphrase: string }) => void;
  readonly onCancel: () => void;
}) {
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState(false);
  const first = useFirstFocus<HTMLFormElement>();

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const { operatorId, passphrase } = second;
    setMissing(operatorId === null);
    if (operatorId !== null) onSigned({ operatorId, passphrase });
  }

  return (
    <form ref={first} tabIndex={-1} className={className} aria-label={label} onSubmit={submit}>
      <p>{means}</p>
      <SecondPerson
        legend={legend}
        needs={needs}
        draft={second}
        onDraft={setSecond}
        onEnter={submit}
        missing={missing ? NOBODY_CHOSEN : null}
      />
      <Refused refusal={refusal} />
      <div className="button-row">
        <Button type="submit" tone={tone} aria-disabled={busy}>
          {act}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
