import type { Role } from '#shared/roster/operator.ts';
import { passphraseFault } from '#shared/roster/passphrase.ts';

export interface PersonDraft {
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
  readonly again: string;
}

export interface AccountDraft extends PersonDraft {
  /** Only a key for the row on screen: two rows may have the same name while somebody types. */
  readonly row: number;
}

export interface SetUpDraft {
  readonly name: string;
  readonly psapId: string;
  readonly timeZone: string;
  readonly admin: PersonDraft;
  readonly accounts: readonly AccountDraft[];
  readonly nextRow: number;
}

/** Texts by field name; the names are those of the inputs on screen. */
export type SetUpErrors = Readonly<Record<string, string>>;

export type SetUpChange =
  | {
      readonly change: 'center';
      readonly field: 'name' | 'psapId' | 'timeZone';
      readonly text: string;
    }
  | { readonly change: 'admin'; readonly with: Partial<PersonDraft> }
  | { readonly change: 'account'; readonly row: number; readonly with: Partial<PersonDraft> }
  | { readonly change: 'add-account' }
  | { readonly change: 'drop-account'; readonly row: number };

const NOBODY = { name: '', passphrase: '', again: '' };

export const EMPTY_SET_UP: SetUpDraft = {
  name: '',
  psapId: '',
  timeZone: 'America/Chicago',
  admin: { ...NOBODY, role: 'admin' },
  accounts: [],
  nextRow: 1,
};

export function changeSetUp(draft: SetUpDraft, change: SetUpChange): SetUpDraft {
  switch (change.change) {
    case 'center':
      return { ...draft, [change.field]: change.text };
    case 'admin':
      return { ...draft, admin: { ...draft.admin, ...change.with } };
    case 'account':
      return {
        ...draft,
        accounts: draft.accounts.map((account) =>
          account.row === change.row ? { ...account, ...change.with } : account,
        ),
      };
    case 'add-account': {
      const added = { ...NOBODY, role: 'dispatcher' as const, row: draft.nextRow };
      return { ...draft, accounts: [...draft.accounts, added], nextRow: draft.nextRow + 1 };
    }
    case 'drop-account':
      return { ...draft, accounts: draft.accounts.filter(({ row }) => row !== change.row) };
  }
}

/**
 * What main would refuse, said beside the field before it is asked. Main stays the judge; this only
 * saves a round trip and finds what main cannot see: a passphrase mistyped the second time.
 */
export function setUpErrors(draft: SetUpDraft): SetUpErrors {
  const errors: Record<string, string> = {};
  if (draft.name.trim() === '') errors['name'] = 'Give the center a name.';
  if (draft.psapId.trim() === '') errors['psapId'] = 'Give the PSAP id.';
  if (draft.timeZone.trim() === '') errors['timeZone'] = 'Choose the time zone of the center.';
  Object.assign(errors, personErrors(draft.admin, 'admin', draft.name));
  const taken = new Set([foldedName(draft.admin)]);
  for (const account of draft.accounts) {
    const prefix = `account-${account.row}`;
    Object.assign(errors, personErrors(account, prefix, draft.name));
    const folded = foldedName(account);
    if (folded !== '' && taken.has(folded))
      errors[`${prefix}.name`] =
        'This name is already in the list. Sign-on shows names: make them differ.';
    taken.add(folded);
  }
  return errors;
}

/** Keyed by the prefix and the field, so that several people stand in one form. */
export function personErrors(person: PersonDraft, prefix: string, center: string): SetUpErrors {
  const errors: Record<string, string> = {};
  if (person.name.trim() === '') errors[`${prefix}.name`] = 'Give the person a name.';
  const fault = passphraseFault(person.passphrase, { name: person.name, center });
  if (fault !== null) errors[`${prefix}.passphrase`] = fault;
  else if (person.again !== person.passphrase)
    errors[`${prefix}.again`] = 'The two passphrases differ. Type the second one again.';
  return errors;
}

/** Of what was wrong at the last submit that which still is: what is put right goes at once. */
export function stillWrong(before: SetUpErrors, now: SetUpErrors): SetUpErrors {
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in before));
}

function foldedName(person: PersonDraft): string {
  return person.name.trim().toLocaleLowerCase();
}
