import type { OperatorId } from '#shared/lib/brand.ts';
import type { Level } from '#shared/routing/level.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';

export interface SecondPersonDraft {
  readonly operatorId: OperatorId | null;
  readonly passphrase: string;
}

export const NOBODY_YET: SecondPersonDraft = { operatorId: null, passphrase: '' };

/** Going below L3 or L4 is never one person's decision. The other one says so here, at this console. */
export function SecondPerson({
  level,
  draft,
  onDraft,
  onEnter,
}: {
  readonly level: Level;
  readonly draft: SecondPersonDraft;
  readonly onDraft: (draft: SecondPersonDraft) => void;
  readonly onEnter: () => void;
}) {
  const operators = useBoard((board) => board.operators);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const others = operators.filter(({ operatorId, active }) => active && operatorId !== me);

  return (
    <fieldset className="second-person">
      <legend>Second person. Going below {level} takes two.</legend>
      <Combobox
        label="Who agrees"
        none={others.length === 0 ? 'Nobody else has an account' : 'Type a name'}
        choices={others.map(({ operatorId, name, role }) => ({
          id: operatorId,
          label: name,
          detail: ROLE_LABELS[role],
        }))}
        value={draft.operatorId}
        onChoose={(id) => onDraft({ ...draft, operatorId: id as OperatorId | null })}
      />
      {passphrases && (
        <TextField
          label="Their passphrase"
          hint="Typed by them. It is checked and not kept."
          type="password"
          value={draft.passphrase}
          onText={(passphrase) => onDraft({ ...draft, passphrase })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
    </fieldset>
  );
}
