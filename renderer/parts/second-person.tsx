import type { OperatorId } from '#shared/lib/brand.ts';
import { may, type Permission } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Combobox } from './combobox.tsx';
import { TextField } from './field.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import './second-person.css';

export interface SecondPersonDraft {
  readonly operatorId: OperatorId | null;
  readonly passphrase: string;
}

export const NOBODY_YET: SecondPersonDraft = { operatorId: null, passphrase: '' };

export const NOBODY_CHOSEN = 'Choose who signs as the second person.';

/** What takes two is never one person's. The other one says so here, at this console. */
export function SecondPerson({
  legend,
  needs,
  draft,
  onDraft,
  onEnter,
  missing = null,
}: {
  readonly legend: string;
  /** Only those who have it are offered; main asks again. */
  readonly needs: Permission;
  readonly draft: SecondPersonDraft;
  readonly onDraft: (draft: SecondPersonDraft) => void;
  readonly onEnter: () => void;
  /** Said under the fields when nobody was chosen. */
  readonly missing?: string | null;
}) {
  const operators = useBoard((board) => board.operators);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const others = operators.filter(
    ({ operatorId, active, role }) => active && may(role, needs) && operatorId !== me,
  );

  return (
    <>
      <fieldset className="second-person">
        <legend>{legend}</legend>
        <Combobox
          label="Who agrees"
          none={others.length === 0 ? 'Nobody else who may has an account' : 'Type a name'}
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
      {missing !== null && (
        <p className="field-error" role="alert">
          {missing}
        </p>
      )}
    </>
  );
}
