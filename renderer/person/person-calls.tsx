import { useState } from 'react';
import type { LinkLine } from '#shared/board/known-person-lines.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';
import type { Section } from './person-page.tsx';
import { contactWords } from './person-words.ts';

/** Their calls, the latest first, each with why it is theirs and who said so. */
export function PersonCalls({ page: { calls, callsInAll }, onDone }: Section) {
  return (
    <section aria-label="Calls">
      <h3>Calls: {callsInAll.toLocaleString('en-US')}</h3>
      {calls.length === 0 && (
        <p className="person-aside">
          No call is linked. c links one by its number, Shift+K at an incident says who it is about.
        </p>
      )}
      <ul className="person-calls">
        {calls.map((each) => (
          <Call key={keyOf(each)} each={each} onDone={onDone} />
        ))}
      </ul>
      {callsInAll > calls.length && (
        <p className="person-aside">The latest {calls.length} are listed.</p>
      )}
    </section>
  );
}

function keyOf({ call }: LinkLine): string {
  return 'incidentId' in call ? call.incidentId : call.pastCall;
}

function Call({ each, onDone }: { readonly each: LinkLine; readonly onDone: Section['onDone'] }) {
  const { call, number, certainty, evidence, reason, byName } = each;
  const [unlinking, setUnlinking] = useState(false);
  const form = { subject: `link/${keyOf(each)}`, form: 'unlink' };
  const unlink = useCommand('person.unlink', form);
  const what = `${'incidentId' in call ? 'Incident' : 'Past call'} ${number ?? ''}`;
  async function because(why: string) {
    if ((await unlink.give({ call, reason: why })) !== null)
      onDone(`${what} is not theirs any more.`);
  }
  return (
    <li data-certainty={certainty}>
      <p>
        <strong>{what}</strong> {contactWords(each)}
      </p>
      <p>
        <small>
          {certainty === 'certain' ? '● Confirmed' : '○ Not certain'} by <bdi>{byName}</bdi>
          {[...evidence, reason]
            .filter((line) => line !== '')
            .map((line) => ` · ${line}`)
            .join('')}
        </small>
      </p>
      {unlinking ? (
        <ReasonForm
          form={form}
          label="Why it is not theirs"
          refusal={unlink.refusal}
          busy={unlink.busy}
          does="Take it back"
          back="Back"
          onReason={(why) => void because(why)}
          onBack={() => setUnlinking(false)}
        />
      ) : (
        <Button tone="quiet" onClick={() => setUnlinking(true)}>
          Not theirs
          <span className="spoken">: {what}</span>
        </Button>
      )}
    </li>
  );
}
