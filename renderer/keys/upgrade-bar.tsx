import { useEffect, useState } from 'react';
import { arm, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { useActions } from './actions.ts';
import { isTextField } from './places.ts';
import { armUpgrade, sendUpgrade, useTargetText } from './upgrade.ts';

const both = () => void sendUpgrade(['police', 'ems']);
const ems = () => void sendUpgrade(['ems']);
const police = () => void sendUpgrade(['police']);

/**
 * Police/EMS now: the same place and the same key on every screen. It has no disabled state on purpose.
 * The first stroke names who it is for; the second one sends.
 */
export function UpgradeBar() {
  const armed = useDesk((desk) => desk.armed === 'upgrade');
  useActions({
    upgrade: armUpgrade,
    'upgrade.both': both,
    'upgrade.ems': ems,
    'upgrade.police': police,
  });
  return armed ? (
    <ArmedBar />
  ) : (
    <Button tone="danger" keys="p p" className="upgrade" onClick={armUpgrade}>
      Police/EMS now
    </Button>
  );
}

function ArmedBar() {
  const target = useTargetText();
  // In a text field the letters are the field's own, also this one.
  const alt = useTyping() ? 'Alt+' : '';
  return (
    <div className="armed" role="group" aria-label="Police/EMS now is armed">
      <p role="alert">
        <strong>Armed.</strong>{' '}
        {target === null ? (
          `Choose the call with ${alt === '' ? 'j or k' : 'the arrows'}, then press ${alt}p again.`
        ) : (
          <>
            Police and EMS to <strong dir="auto">{target}</strong>.{' '}
            <span className="armed-how">Press {alt}p again to send.</span>
          </>
        )}
      </p>
      <Button keys={`${alt}p`} tone="danger" onClick={both}>
        Send police and EMS
      </Button>
      <Button keys={`${alt}e`} onClick={ems}>
        EMS only
      </Button>
      <Button keys={`${alt}l`} onClick={police}>
        Police only
      </Button>
      <Button keys="Esc" onClick={() => arm(null)}>
        Stand down
      </Button>
    </div>
  );
}

/** Whether the focus is in a text field, as it moves. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(() => isTextField(document.activeElement));
  useEffect(() => {
    const look = () => setTyping(isTextField(document.activeElement));
    // What loses the focus to nothing says so before the page has it.
    const lookLater = () => void queueMicrotask(look);
    window.addEventListener('focusin', look);
    window.addEventListener('focusout', lookLater);
    return () => {
      window.removeEventListener('focusin', look);
      window.removeEventListener('focusout', lookLater);
    };
  }, []);
  return typing;
}
