import type { ConsentLine } from '#shared/board/sharing-view.ts';
import { CONSENTER_LABELS } from '#shared/disclosure/consent.ts';
import { PURPOSE_LABELS, RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import { PARTITION_WORDS } from '#shared/disclosure/packet.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const ENDED = {
  revoked: 'Revoked',
  time: 'Ended',
  'clock-set-back': 'Ended: the clock of the PC was set back',
} as const;

/** What was agreed on this call, and taken back. */
export function ConsentList({ consents }: { readonly consents: readonly ConsentLine[] }) {
  const revoke = useCommand('consent.revoke');
  if (consents.length === 0) return null;
  return (
    <section className="consents" aria-label="Consents">
      <h3>Consents</h3>
      <ul>
        {consents.map((consent) => (
          <li key={consent.consentId} data-holds={consent.holds}>
            <p>
              <strong>{RECIPIENT_LABELS[consent.recipient]}</strong>:{' '}
              {consent.partitions.map((each) => PARTITION_WORDS[each]).join(', ')},{' '}
              {consent.purposes.map((each) => PURPOSE_LABELS[each].toLowerCase()).join(', ')}
            </p>
            <p className="sharing-hint">
              {CONSENTER_LABELS[consent.consenter]}, {consent.way}, {wallTime(consent.givenAt)} by{' '}
              <bdi>{consent.recordedByName}</bdi>. {standsAs(consent)}
            </p>
            {consent.holds && (
              <Button
                tone="quiet"
                aria-label={`Revoke the consent for ${RECIPIENT_LABELS[consent.recipient]}`}
                aria-disabled={revoke.busy}
                onClick={() => void revoke.give({ consentId: consent.consentId })}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused refusal={revoke.refusal} />
    </section>
  );
}

function standsAs({ ended, holds, expiresAt }: ConsentLine): string {
  if (ended !== null) return `${ENDED[ended.why]} ${wallTime(ended.at)}.`;
  if (!holds) return 'Ended.';
  return `Holds until ${wallDateTime(expiresAt, deskNow())}.`;
}
