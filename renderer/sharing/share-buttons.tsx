import { useState } from 'react';
import type { PacketPreview } from '#shared/board/sharing-view.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { DisclosureId, IncidentId } from '#shared/lib/brand.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ReadBack, type Reading } from './read-back.tsx';
import type { Choice } from './recipient-choice.tsx';

type Way = 'read-aloud' | 'printed' | 'eido';

/** Lets the previewed packet go: on paper, as a file, or read aloud and read back. */
export function ShareButtons({
  incidentId,
  choice,
  preview,
}: {
  readonly incidentId: IncidentId;
  readonly choice: Choice;
  readonly preview: PacketPreview | null;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'share' };
  const [to, setTo] = useTyped(form, 'to', '');
  const [reading, setReading] = useState<Reading | null>(null);
  const share = useCommand('disclosure.make', form);
  const nothing = preview === null || preview.packet.sections.length === 0;

  async function go(way: Way) {
    if (preview === null) return;
    const seen = { asOf: preview.packet.asOf, digest: preview.digest };
    const made = await share.give({ incidentId, ...choice, to, way, seen });
    if (made === null) return;
    const whom = RECIPIENT_LABELS[choice.recipient];
    const { sections } = preview.packet;
    if (way === 'read-aloud') setReading({ disclosureId: made.made as DisclosureId, sections });
    else say({ tone: 'done', text: `The packet for ${whom} is in ${made.made}.`, cause: null });
  }

  const print = () => (nothing ? false : void go('printed'));
  // At the clinician's desk it is what is open there; in the sheet of dispatch it has the key to itself.
  useActions({ 'phone.print': print, 'packet.print': print });

  if (reading !== null) return <ReadBack {...reading} onDone={() => setReading(null)} />;
  return (
    <div className="share-buttons">
      <TextField
        label="Who takes it"
        hint="Name or number; it stands in the accounting."
        value={to}
        onText={setTo}
        maxLength={300}
      />
      <Refused refusal={share.refusal} />
      <div className="button-row">
        <Button
          tone="primary"
          aria-disabled={nothing || share.busy}
          onClick={() => void (nothing || go('read-aloud'))}
        >
          Read aloud
        </Button>
        <Button
          keys="Shift+P"
          aria-disabled={nothing || share.busy}
          onClick={() => void (nothing || go('printed'))}
        >
          Print
        </Button>
        <Button aria-disabled={nothing || share.busy} onClick={() => void (nothing || go('eido'))}>
          Save as EIDO
        </Button>
      </div>
    </div>
  );
}
