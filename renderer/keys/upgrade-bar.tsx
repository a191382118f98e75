import { arm, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { useActions } from './actions.ts';
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
  return (
    <div className="armed" role="group" aria-label="Police/EMS now is armed">
      <p role="alert">
        <strong>Armed.</strong>{' '}
        {target === null ? (
          'Choose the call with j or k, then press p again.'
        ) : (
          <>
            Police and EMS to <strong dir="auto">{target}</strong>. Press p again to send.
          </>
        )}
      </p>
      <Button keys="p" tone="danger" onClick={both}>
        Send police and EMS
      </Button>
      <Button keys="e" onClick={ems}>
        EMS only
      </Button>
      <Button keys="l" onClick={police}>
        Police only
      </Button>
      <Button keys="Esc" onClick={() => arm(null)}>
        Stand down
      </Button>
    </div>
  );
}
