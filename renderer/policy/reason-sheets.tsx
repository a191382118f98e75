import { useState, type ReactNode } from 'react';
import type { PolicyVersionLine } from '#shared/policy/workshop-view.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { momentText, signedBy } from './draft-words.ts';
import { reloadWorkshop } from './workshop-exchange.ts';
import { useWorkshop } from './workshop-store.ts';

/** One step back: the policy before this one is in force again, at once. */
export function StepBackSheet() {
  const line = useWorkshop((state) => state.workshop?.stepBack ?? null);
  const now = useWorkshop((state) => state.workshop?.inForce ?? null);
  if (line === null || now === null)
    return (
      <Sheet title="Step back">
        <p className="sheet-empty">There is no policy before this one to step back to.</p>
      </Sheet>
    );
  return (
    <ReasonSheet
      topic="policy.roll-back"
      // The policy that is left: main does nothing when it is another one by now.
      hash={now.hash}
      line={line}
      title={`Step back to ${line.version}`}
      act={`Step back to ${line.version} now`}
      done={`Policy ${line.version} is in force again.`}
    >
      <p>
        <b>{line.version}</b> is in force again from this moment, in place of{' '}
        <b>{now.policy.version}</b>. Calls that are open are read under it at once; what was decided
        stays as it was decided.
      </p>
    </ReasonSheet>
  );
}

/** A policy whose time has not come yet never comes into force. */
export function CallOffSheet() {
  const line = useWorkshop((state) => state.workshop?.scheduled ?? null);
  if (line === null)
    return (
      <Sheet title="Call off">
        <p className="sheet-empty">No policy is scheduled.</p>
      </Sheet>
    );
  return (
    <ReasonSheet
      topic="policy.withdraw"
      hash={line.hash}
      line={line}
      title={`Call off ${line.version}`}
      act={`Call off ${line.version}`}
      done={`Policy ${line.version} is called off.`}
    >
      <p>
        <b>{line.version}</b> would come into force at {momentText(line.effectiveFrom)}. Called off,
        it does not; the policy in force stays.
      </p>
    </ReasonSheet>
  );
}

function ReasonSheet({
  topic,
  hash,
  line,
  title,
  act,
  done,
  children,
}: {
  readonly topic: 'policy.roll-back' | 'policy.withdraw';
  readonly hash: string;
  readonly line: PolicyVersionLine;
  readonly title: string;
  readonly act: string;
  readonly done: string;
  readonly children: ReactNode;
}) {
  const form = { subject: `policy/${hash}`, form: 'reason' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [missing, setMissing] = useState<string | null>(null);
  const command = useCommand(topic, form);

  async function submit() {
    if (reason.trim() === '') return setMissing('Say in a line why.');
    setMissing(null);
    if ((await command.give({ hash, reason: reason.trim() })) === null) return;
    say({ tone: 'done', text: done, cause: null });
    closeSheet();
    await reloadWorkshop();
  }
  return (
    <Sheet title={title} subtitle={signedBy(line)}>
      {children}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label="Why, in a line"
          value={reason}
          error={missing}
          hint="It goes on the record with your name."
          maxLength={300}
          onText={setReason}
        />
        <Refused refusal={command.refusal} />
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={command.busy}>
          {act}
        </Button>
      </form>
    </Sheet>
  );
}
