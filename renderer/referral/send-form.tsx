import { useState, type FormEvent } from 'react';
import type { ReferralLine } from '#shared/board/referral-lines.ts';
import { SENT_WAY_LABELS, SENT_WAYS, type SentWay } from '#shared/referral/referral.ts';
import { useBoard } from '../desk/board-store.ts';
import { say } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ConsentForm } from '../sharing/consent-form.tsx';
import { PacketPreviewed } from '../sharing/packet-preview.tsx';
import { usePreview } from '../sharing/use-preview.ts';
import '../sharing/sharing.css';

/** How the packet leaves the center for each way a place is told. */
const LEAVES: Readonly<Record<SentWay, 'read-aloud' | 'printed' | 'eido'>> = {
  phone: 'read-aloud',
  fax: 'printed',
  printed: 'printed',
  file: 'eido',
};

const PARTNER = { recipient: 'partner', receiver: null, purpose: 'treatment' } as const;

/** Tells the place: first the consent, then what goes and by which way. Nothing goes that is not previewed. */
export function SendForm({
  line,
  onSent,
  onBack,
}: {
  readonly line: ReferralLine;
  readonly onSent: () => void;
  readonly onBack: () => void;
}) {
  const { incidentId, referralId, consentHolds, to } = line;
  const revision = useBoard((board) => board.revision);
  const [way, setWay] = useState<SentWay>('phone');
  const { preview, refusal } = usePreview(incidentId, PARTNER, revision);
  const share = useCommand('disclosure.make');
  const send = useCommand('referral.send');

  if (line.consent === 'self')
    return (
      <p role="status">
        They go by themselves and nobody is told. Print the page with the code for them, or read the
        code to them. <Button onClick={onBack}>Back</Button>
      </p>
    );
  if (!consentHolds)
    return (
      <section aria-label="Consent first">
        <p>
          No consent holds that lets a community partner have it for care. Ask the person, and write
          it down.
        </p>
        <ConsentForm
          incidentId={incidentId}
          choice={PARTNER}
          standing="not-known"
          onDone={onBack}
        />
      </section>
    );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (preview === null || share.busy || send.busy) return;
    const seen = { asOf: preview.packet.asOf, digest: preview.digest };
    const leaves = LEAVES[way];
    // The accounting says that it went to a partner. Which one stands with the referral, and is kept apart there.
    const handed = { incidentId, ...PARTNER, to: 'the place of a referral', way: leaves, seen };
    const gone = await share.give(handed);
    if (gone === null || (await send.give({ referralId, way })) === null) return;
    if (leaves !== 'read-aloud')
      say({ tone: 'done', text: `What goes to the place is in ${gone.made}.`, cause: null });
    onSent();
  }

  return (
    <form onSubmit={submit} aria-label="Tell the place">
      <p>
        {to?.phone !== undefined && to.phone !== '' && (
          <strong className="contact-number">{to.phone}</strong>
        )}{' '}
        Say that they come, and give them the code {to?.code ?? ''}. What goes with it stands below.
      </p>
      <fieldset className="in-a-row">
        <legend>How it goes</legend>
        {SENT_WAYS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="sent-way"
              checked={way === each}
              // The form has just been asked for by its key.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={each === 'phone'}
              onChange={() => setWay(each)}
            />{' '}
            {SENT_WAY_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <Refused refusal={share.refusal ?? send.refusal ?? refusal} />
      <Button
        type="submit"
        tone="primary"
        keys="Enter"
        aria-disabled={preview === null || share.busy || send.busy}
      >
        It went {SENT_WAY_LABELS[way]}
      </Button>
      {preview !== null && <PacketPreviewed packet={preview.packet} />}
    </form>
  );
}
