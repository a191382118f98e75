import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { SetUpForm } from './set-up-form.tsx';
import '../style/first-run.css';

/** The one question of the first start. Both answers are one key, and the first one can be taken back. */
export function FirstRun() {
  const [settingUp, setSettingUp] = useState(false);
  const [asked, setAsked] = useState(0);
  if (settingUp)
    return (
      <SetUpForm
        onBack={() => {
          setSettingUp(false);
          setAsked(asked + 1);
        }}
      />
    );
  return <Question key={asked} onSetUp={() => setSettingUp(true)} />;
}

function Question({ onSetUp }: { readonly onSetUp: () => void }) {
  const explore = useCommand('desk.explore-training');
  const first = useRef<HTMLButtonElement>(null);
  const [opening, setOpening] = useState(false);

  async function openTraining() {
    if ((await explore.give({})) !== null) setOpening(true);
  }

  // Nothing else is on this screen, so its two keys listen on the window.
  useEffect(() => {
    first.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.key === '1') onSetUp();
      else if (event.key === '2') void openTraining();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <main className="first-run">
      <h1>CareDesk</h1>
      <p className="first-run-lead">
        The dispatch console for mental-health calls. There is no center on this computer yet.
      </p>
      <h2>How do you want to begin?</h2>
      <ul className="first-run-choices">
        <li>
          <Button ref={first} keys="1" onClick={onSetUp}>
            Set up this center
          </Button>
          <p>Its name, an administrator and accounts. Takes about three minutes.</p>
        </li>
        <li>
          <Button keys="2" aria-disabled={explore.busy} onClick={() => void openTraining()}>
            Explore with training data
          </Button>
          <p>
            An invented center with invented callers, in a folder of its own. Nothing in it ever
            touches a real call.
          </p>
        </li>
      </ul>
      <Refused refusal={explore.refusal} />
      {opening && <p role="status">CareDesk opens again with training data.</p>}
    </main>
  );
}
