import { lazy, Suspense, useState, type FormEvent } from 'react';
import { isPart2, type ServiceLine } from '#shared/directory/service.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { useTyped } from '../desk/use-typed.ts';
import {
  REFERRAL_CONSENT_LABELS,
  REFERRAL_CONSENTS,
  type ReferralConsent,
} from '#shared/referral/referral.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

// Only who looks a place up pays for the directory.
const ServicePicker = lazy(() =>
  import('../directory/service-picker.tsx').then(({ ServicePicker }) => ({
    default: ServicePicker,
  })),
);

const BLANK = { organization: '', phone: '', how: '', when: '' };

/** A referral beside the conversation: for another place, or of an incident that is over. */
export function MakeReferral({
  incidentId,
  onMade,
}: {
  readonly incidentId: IncidentId;
  readonly onMade: () => void;
}) {
  const form = { subject: `incident/${incidentId}`, form: 'referral' };
  const [place, setPlace] = useTyped(form, 'place', BLANK);
  const [consent, setConsent] = useTyped<ReferralConsent | null>(form, 'consent', null);
  const [part2, setPart2] = useTyped(form, 'part2', false);
  const [picking, setPicking] = useState(false);
  const [service, setService] = useTyped<ServiceLine | null>(form, 'service', null);
  const [asked, setAsked] = useState(false);
  const make = useCommand('referral.make', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(consent === null);
    if (consent === null) return;
    const kind = part2 ? 'part-2' : 'clinical';
    const to = { ...place, receiver: null, service: service?.serviceId ?? null };
    if ((await make.give({ incidentId, consent, kind, ...to })) === null) return;
    setPlace(BLANK);
    setService(null);
    setConsent(null);
    onMade();
  }

  /** What is typed afterwards stays: the directory may know less than the person on the phone. */
  function pick(line: ServiceLine) {
    const [phone] = line.phones;
    setService(line);
    setPart2(isPart2(line.substanceUse));
    setPlace({
      ...place,
      organization: line.organization || line.name,
      phone: phone?.number ?? '',
    });
    setPicking(false);
  }

  const field = (label: string, name: keyof typeof BLANK, hint = '') => (
    <TextField
      label={label}
      placeholder={hint}
      value={place[name]}
      onText={(text) => setPlace({ ...place, [name]: text })}
      maxLength={name === 'phone' ? 40 : 300}
    />
  );
  if (picking)
    return (
      <Suspense fallback={null}>
        <ServicePicker incidentId={incidentId} onPick={pick} onCancel={() => setPicking(false)} />
      </Suspense>
    );
  return (
    <form className="make-referral" onSubmit={submit} aria-label="Make a referral">
      <div className="button-row">
        <Button onClick={() => setPicking(true)}>From the directory</Button>
        {service !== null && (
          <p className="field-hint">
            <bdi>{service.name}</bdi>{' '}
            <Button tone="quiet" onClick={() => setService(null)}>
              Another place
            </Button>
          </p>
        )}
      </div>
      <div className="field-pair">
        {field('Referred to', 'organization')}
        {field('Telephone of the place', 'phone')}
      </div>
      <div className="field-pair">
        {field('How they get there', 'how', 'walks, a sister drives')}
        {field('When', 'when', 'tonight, Tuesday at 10')}
      </div>
      <fieldset className="in-a-row">
        <legend>May the place be told that they come?</legend>
        {REFERRAL_CONSENTS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="referral-consent"
              checked={consent === each}
              onChange={() => setConsent(each)}
            />{' '}
            {REFERRAL_CONSENT_LABELS[each]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={part2}
          onChange={({ target }) => setPart2(target.checked)}
        />{' '}
        A substance-use program: kept with Part 2 text
      </label>
      {asked && <p role="alert">Ask whether the place may be told that they come.</p>}
      <Refused refusal={make.refusal} />
      <Button type="submit" tone="primary" aria-disabled={make.busy}>
        Make the referral
      </Button>
    </form>
  );
}
