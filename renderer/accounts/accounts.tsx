import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { AccountLine } from '#shared/board/account-lines.ts';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import { AddAccount } from './add-account.tsx';
import { AccountForms, type AccountForm } from './account-forms.tsx';
import { accountsOf, countWords, lastSeenWords, STATE_WORDS } from './account-words.ts';
import { AutoLock } from './auto-lock.tsx';
import { FindAccount } from './find-account.tsx';
import { TakeUpAway, UnlockAccount } from './unlock-account.tsx';
import './accounts.css';

/** Who has an account, how it stands, and what an administrator does with it. */
export function Accounts() {
  const revision = useBoard((board) => board.revision);
  const session = useDesk((desk) => desk.hello?.session ?? null);
  const { view, refused, look } = useAsked('accounts.view', NOTHING, { seen: revision });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [form, setForm] = useState<AccountForm | 'add' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const all = view?.accounts ?? [];
  const accounts = useMemo(() => accountsOf(view?.accounts ?? [], typed), [view, typed]);
  const keeps = session !== null && may(session.role, 'keep-accounts');
  const at = Math.max(
    0,
    accounts.findIndex(({ operatorId }) => operatorId === chosenId),
  );
  const chosen = accounts[at];

  function move(by: number) {
    const next = accounts[Math.min(accounts.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setChosenId(next.operatorId);
    setForm(null);
    list.current?.focus();
  }
  const find = useRef<HTMLInputElement>(null);
  const open = (which: AccountForm | 'add') => () => (keeps ? setForm(which) : false);
  useActions({
    'accounts.next': () => move(1),
    'accounts.previous': () => move(-1),
    'accounts.find': () => find.current?.focus(),
    'accounts.add': open('add'),
    'accounts.role': open('role'),
    'accounts.passphrase': open('passphrase'),
    'accounts.standing': open('standing'),
  });
  // A form that is through gives the keys back to the list.
  const through = () => {
    setForm(null);
    look();
    list.current?.focus();
  };
  useEffect(() => {
    if (form === null && document.activeElement === document.body) list.current?.focus();
  }, [form]);

  return (
    <>
      <header className="pane-head">
        <h2>Accounts</h2>
        {view !== null && <Count accounts={all} />}
        {keeps && (
          <Button tone="quiet" keys="n" onClick={() => setForm('add')}>
            New account
          </Button>
        )}
      </header>
      {refused !== null && <p role="alert">{refused}</p>}
      {view !== null && (
        <div className="account-tools">
          <FindAccount
            ref={find}
            typed={typed}
            onTyped={setTyped}
            onList={() => list.current?.focus()}
          />
          <AutoLock minutes={view.autoLockMinutes} keeps={keeps} onDone={look} />
        </div>
      )}
      <div className="accounts-sides">
        <div className="account-side">
          <div
            ref={list}
            className="account-list"
            role="listbox"
            aria-label={`${accounts.length} accounts`}
            aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
            tabIndex={0}
            onKeyDown={(event) => {
              const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              move(by);
            }}
          >
            {accounts.map((account, index) => (
              // The list holds the keyboard; a row only answers the pointer.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={account.operatorId}
                id={`${id}-${index}`}
                ref={index === at ? intoView : undefined}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                data-state={account.state}
                onClick={() => {
                  setChosenId(account.operatorId);
                  setForm(null);
                }}
              >
                <bdi>{account.name}</bdi>
                <span className="account-role">{ROLE_LABELS[account.role]}</span>
                <span className="account-state">{STATE_WORDS[account.state]}</span>
                <small>{lastSeenWords(account)}</small>
              </div>
            ))}
          </div>
          {view !== null && <Teach all={all.length} found={accounts.length} keeps={keeps} />}
        </div>
        <div className="account-detail">
          {form === 'add' ? (
            <AddAccount onDone={through} />
          ) : (
            chosen !== undefined && (
              <Detail
                key={chosen.operatorId}
                account={chosen}
                mine={chosen.operatorId === session?.operatorId}
                keeps={keeps}
                form={form}
                onForm={setForm}
                onDone={through}
              />
            )
          )}
        </div>
      </div>
    </>
  );
}

/** What the list is for, where it is nearly empty. */
function Teach({
  all,
  found,
  keeps,
}: {
  readonly all: number;
  readonly found: number;
  readonly keeps: boolean;
}) {
  if (found === 0)
    return (
      <p className="teach" role="status">
        Nobody here is like that. Empty the field to see everybody.
      </p>
    );
  if (all > 1 || !keeps) return null;
  return (
    <p className="teach">
      <span>
        <strong>You are the only one so far.</strong> <Keys keys="n" /> makes an account for each
        person who works here. Nobody shares one: the record says who did what.
      </span>
    </p>
  );
}

function Count({ accounts }: { readonly accounts: readonly AccountLine[] }) {
  const { how, keptOut } = countWords(accounts);
  return (
    <p className="account-count">
      {how}
      {keptOut !== null && (
        <>
          {' · '}
          <strong>{keptOut}</strong>
        </>
      )}
    </p>
  );
}

function intoView(row: HTMLElement | null): void {
  // Not in happy-dom.
  row?.scrollIntoView?.({ block: 'nearest' });
}

function Detail({
  account,
  mine,
  keeps,
  form,
  onForm,
  onDone,
}: {
  readonly account: AccountLine;
  readonly mine: boolean;
  readonly keeps: boolean;
  readonly form: AccountForm | null;
  readonly onForm: (form: AccountForm | null) => void;
  readonly onDone: () => void;
}) {
  const { name, role, state, deactivated } = account;
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>
        {ROLE_LABELS[role]} · {STATE_WORDS[state]} · {lastSeenWords(account)}
        {mine && ' · you'}
      </p>
      {deactivated !== null && (
        <p className="account-why">
          Why: <bdi>{deactivated.reason}</bdi>
        </p>
      )}
      {account.lockedOutAt !== null && <UnlockAccount account={account} onDone={onDone} />}
      {state === 'away' && <TakeUpAway account={account} keeps={keeps} onDone={onDone} />}
      {keeps ? (
        <div className="button-row">
          <Button keys="r" aria-expanded={form === 'role'} onClick={() => onForm('role')}>
            Another role
          </Button>
          <Button
            keys="w"
            aria-expanded={form === 'passphrase'}
            onClick={() => onForm('passphrase')}
          >
            New passphrase
          </Button>
          <Button keys="d" aria-expanded={form === 'standing'} onClick={() => onForm('standing')}>
            {state === 'deactivated' ? 'Take up again' : 'Deactivate'}
          </Button>
        </div>
      ) : (
        <p className="account-hint">Roles and passphrases are changed by an administrator.</p>
      )}
      {form !== null && (
        <AccountForms account={account} form={form} onDone={onDone} onCancel={() => onForm(null)} />
      )}
    </>
  );
}
