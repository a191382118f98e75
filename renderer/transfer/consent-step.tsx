import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { CONSENT_VOICES, type ConsentVoice } from '#shared/phone/transfer.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { StepCard } from './step-card.tsx';

const VOICES: Readonly<Record<ConsentVoice, string>> = {
  caller: 'the caller',
  person: 'the person it is about',
  guardian: 'who decides for them',
};

/** Nobody else comes onto the line unasked, unless there is no time to ask. */
export function ConsentStep({
  view: { incidentId },
  name,
}: {
  readonly view: IncidentView;
  readonly name: string;
}) {
  const [voice, setVoice] = useState<ConsentVoice>('caller');
  const { give, refusal, busy } = useCommand('phone.answer-consent');
  const agree = () => void give({ incidentId, answer: 'yes', voice });
  const refuse = () => void give({ incidentId, answer: 'no', voice });
  const hurry = () => void give({ incidentId, answer: 'emergency', voice: null });
  const next = () => {
    const at = CONSENT_VOICES.indexOf(voice);
    setVoice(CONSENT_VOICES[(at + 1) % CONSENT_VOICES.length] ?? 'caller');
  };
  useActions({
    'phone.enter': agree,
    'transfer.first': next,
    'transfer.second': refuse,
    'transfer.third': hurry,
  });
  return (
    <StepCard
      title="Ask for consent"
      say={`I would like to bring in ${name}. I tell them what they need to know, and I stay on the line until they have you. Is that all right with you?`}
    >
      <fieldset className="transfer-choice">
        <legend>
          <kbd aria-hidden="true">1</kbd> Said by
        </legend>
        {CONSENT_VOICES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="voice"
              value={each}
              checked={voice === each}
              onChange={() => setVoice(each)}
            />
            {VOICES[each]}
          </label>
        ))}
      </fieldset>
      <div className="button-row">
        <Button tone="primary" keys="Enter" aria-disabled={busy} onClick={agree}>
          They agree
        </Button>
        <Button keys="2" aria-disabled={busy} onClick={refuse}>
          They refuse: stay with them
        </Button>
        <Button keys="3" aria-disabled={busy} onClick={hurry}>
          Emergency: not asked
        </Button>
      </div>
      <Refused refusal={refusal} />
    </StepCard>
  );
}
