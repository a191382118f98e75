import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { focusFact } from '../incident/fact-focus.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';
import '../style/asking.css';
import './words-flag.css';

/** The words speak of something nobody has asked about: ask it, or say why they mean something else. */
export function WordsBanner({ view }: { readonly view: IncidentView }) {
  const { incidentId, flag } = view;
  const [setting, setSetting] = useState(false);
  const form = { subject: `incident/${incidentId}`, form: 'words-flag' };
  const command = useCommand('incident.set-words-aside', form);
  const fact = flag?.asks?.fact ?? null;
  useActions(
    flag === null
      ? {}
      : {
          'flag.ask': () => (fact === null ? false : focusFact(fact)),
          'flag.set-aside': () => setSetting(true),
        },
  );
  if (flag === null) return null;
  async function give(reason: string) {
    if ((await command.give({ incidentId, reason })) !== null) setSetting(false);
  }
  return (
    <div
      className="banner asked words-flag"
      data-tone="calm"
      role="group"
      aria-label="Possible behavioral nexus"
    >
      <p className="asked-said">
        <strong>
          <span aria-hidden="true">◇</span> Possible behavioral nexus:
        </strong>{' '}
        {flag.mentions.map(({ said, means }, i) => (
          <span key={said} dir="auto">
            {i > 0 && ', '}
            <mark className="said">{said}</mark> <small>may speak of {means}</small>
          </span>
        ))}
      </p>
      {!setting && (
        <>
          {flag.asks !== null && (
            <Button keys="Shift+I" onClick={() => focusFact(fact)}>
              Ask it
            </Button>
          )}
          <Button tone="quiet" keys="Shift+E" onClick={() => setSetting(true)}>
            About something else
          </Button>
          <p className="asked-more">Answers nothing by itself and changes no recommendation.</p>
        </>
      )}
      {setting && (
        <ReasonForm
          form={form}
          label="What the words are about"
          hint="The mark goes; the words and this reason stay on the record."
          refusal={command.refusal}
          busy={command.busy}
          does="Set aside"
          back="Back"
          onReason={(reason) => void give(reason)}
          onBack={() => setSetting(false)}
        />
      )}
    </div>
  );
}
