import { useEffect, useState } from 'react';
import type { Operator } from '#shared/roster/operator.ts';
import { useDesk } from '../desk/desk-store.ts';
import { keepHelloFresh, reloadHello } from '../desk/refresh-hello.ts';
import { NoticeLine } from '../parts/notice.tsx';
import { TroubleBanners } from '../strip/trouble-banners.tsx';
import { operatorPicks } from './operator-picks.ts';
import { PickList } from '../sheets/pick-list.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { Passphrase } from './passphrase.tsx';
import { ROLE_LABELS } from './role-labels.ts';
import '../style/first-run.css';

/** Who sits down here. With passphrases: a name, then the passphrase. In training: one key. */
export function SignOn() {
  const hello = useDesk((desk) => desk.hello);
  useEffect(keepHelloFresh, []);
  if (hello === null) return null;
  const operators = hello.operators.filter((operator) => operator.active);
  return (
    <main className="first-run sign-on" data-mode={hello.mode}>
      <TroubleBanners />
      <h1>{hello.center?.name ?? 'CareDesk'}</h1>
      {hello.mode === 'training' && (
        <p className="sign-on-training">Training: nothing here is a real call.</p>
      )}
      {operators.length === 0 ? (
        <p>No account is active. An administrator has to make one.</p>
      ) : hello.passphrases ? (
        <WithPassphrase operators={operators} />
      ) : (
        <OneKey operators={operators} />
      )}
      <NoticeLine />
      <p className="sign-on-place">
        {hello.position}
        {hello.policyVersion !== null && ` · Policy ${hello.policyVersion}`}
      </p>
    </main>
  );
}

function WithPassphrase({ operators }: { readonly operators: readonly Operator[] }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Operator | null>(null);
  const names = useFirstFocus<HTMLInputElement>();

  if (chosen !== null)
    return (
      <Passphrase
        operator={chosen}
        onBack={() => {
          setChosen(null);
          setTyped('');
        }}
      />
    );
  return (
    <PickList
      ref={names}
      label="Who are you?"
      hint="Type your name or use the arrows, then Enter."
      picks={operatorPicks(typed, operators)}
      text={typed}
      onText={setTyped}
      onPick={({ id }) => setChosen(operators.find((each) => each.operatorId === id) ?? null)}
      empty={`Nobody here is called “${typed}”.`}
    />
  );
}

/** Training asks for no passphrase, so a digit is enough; beyond nine the arrows and Enter do. */
function OneKey({ operators }: { readonly operators: readonly Operator[] }) {
  const signOn = useCommand('operator.sign-on');
  const first = useFirstFocus<HTMLButtonElement>();

  async function choose({ operatorId }: Operator) {
    if ((await signOn.give({ operatorId, passphrase: '' })) !== null) await reloadHello();
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const operator = /^[1-9]$/.test(event.key) ? operators[Number(event.key) - 1] : undefined;
      if (operator !== undefined) void choose(operator);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <>
      <h2 id="one-key">Who do you want to be?</h2>
      <ul className="sign-on-names" aria-labelledby="one-key">
        {operators.map((operator, at) => (
          <li key={operator.operatorId}>
            <button
              type="button"
              ref={at === 0 ? first : undefined}
              className="sign-on-name"
              aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
              aria-disabled={signOn.busy}
              onClick={() => void choose(operator)}
            >
              <kbd aria-hidden="true">{at < 9 ? at + 1 : ''}</kbd>
              <bdi>{operator.name}</bdi>
              <span className="sign-on-role">{ROLE_LABELS[operator.role]}</span>
            </button>
          </li>
        ))}
      </ul>
      <Refused refusal={signOn.refusal} />
    </>
  );
}

function step(key: 'ArrowDown' | 'ArrowUp'): void {
  const names = [...document.querySelectorAll<HTMLElement>('.sign-on-name')];
  const at = names.findIndex((name) => name === document.activeElement);
  names[Math.min(names.length - 1, Math.max(0, at + (key === 'ArrowDown' ? 1 : -1)))]?.focus();
}
