import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { RECIPIENT_LABELS, RECIPIENTS } from '#shared/disclosure/recipient.ts';
import type { DeskTool } from '../clinician/desk-tools.tsx';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { ConsentForm } from './consent-form.tsx';
import { ConsentList } from './consent-list.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import { EmergencyForm } from './emergency-form.tsx';
import type { Breaking } from './emergency-key.ts';
import { PacketPreviewed } from './packet-preview.tsx';
import { RecipientChoice, usualFor } from './recipient-choice.tsx';
import { ShareButtons } from './share-buttons.tsx';
import { usePreview } from './use-preview.ts';
import { useSharing } from './use-sharing.ts';
import './sharing.css';

/** As one of the tools beside the conversation. */
export function sharingTool(view: IncidentView, emergency: Breaking): DeskTool {
  return {
    id: 'sharing',
    action: 'phone.sharing',
    keys: 'x',
    label: 'Sharing',
    says: null,
    body: <SharingTool view={view} {...emergency} />,
  };
}

/** The clinician's sharing: who may get what, consent, the packet as it would go, and what went. */
export function SharingTool({
  view,
  breaking,
  onBreaking,
}: Breaking & { readonly view: IncidentView }) {
  const { incidentId, revision, clinical } = view;
  const [choice, setChoice] = useState(() => usualFor('ems'));
  const [consenting, setConsenting] = useState(false);
  const purpose = breaking ? 'emergency' : choice.purpose;
  const { preview, refusal } = usePreview(incidentId, { ...choice, purpose }, revision);
  const { consents, disclosures } = useSharing(incidentId, revision);
  const holding = consents.filter(
    ({ holds, recipient, purposes }) =>
      holds && recipient === choice.recipient && purposes.includes(choice.purpose),
  ).length;

  return (
    <section className="sharing" aria-label="Sharing">
      {breaking ? (
        <EmergencyForm
          incidentId={incidentId}
          recipient={choice.recipient}
          preview={preview}
          onRecipient={(recipient) => setChoice(usualFor(recipient))}
          onDone={() => onBreaking(false)}
        />
      ) : (
        <>
          <RecipientChoice recipients={RECIPIENTS} choice={choice} onChoice={setChoice} />
          {consenting ? (
            <ConsentForm
              key={`${choice.recipient} ${choice.purpose}`}
              incidentId={incidentId}
              choice={choice}
              standing={clinical?.work.minority.standing ?? 'not-known'}
              onDone={() => setConsenting(false)}
            />
          ) : (
            <div className="consent-standing">
              <p>
                {holding === 0
                  ? `No consent for ${RECIPIENT_LABELS[choice.recipient]} holds.`
                  : `Consent for ${RECIPIENT_LABELS[choice.recipient]} holds.`}
              </p>
              <Button onClick={() => setConsenting(true)}>Consent…</Button>
              <Button keys="Shift+E" onClick={() => onBreaking(true)}>
                Emergency…
              </Button>
            </div>
          )}
          <ShareButtons
            key={`${choice.recipient} ${choice.receiver}`}
            incidentId={incidentId}
            choice={choice}
            preview={preview}
          />
        </>
      )}
      <Refused refusal={refusal} />
      {preview !== null && <PacketPreviewed packet={preview.packet} />}
      <ConsentList consents={consents} />
      <DisclosureList incidentId={incidentId} disclosures={disclosures} />
    </section>
  );
}
