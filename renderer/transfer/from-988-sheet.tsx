import { type FormEvent, type KeyboardEvent } from 'react';
import { CONSENT_988, type Consent988 } from '#shared/phone/from-988.ts';
import { closeSheet, openIncident, useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import './transfer.css';

const SUBJECT = 'call/from-988';
const FORM = { subject: SUBJECT, form: 'said' };

const CONSENTS: Readonly<Record<Consent988, string>> = {
  given: 'The person agreed',
  refused: 'The person did not agree',
  emergency: 'Not asked: emergency',
};

/** What the counselor of 988 says, in the order it is asked. Nothing is required. */
export function From988Sheet() {
  const policy = useDesk((desk) => desk.policy);
  const draft = useFields();
  const [consent, setConsent] = useTyped<Consent988>(FORM, 'consent', 'emergency');
  const [yes, setYes] = useTyped<readonly string[]>(FORM, 'yes', []);
  const { give, refusal, busy } = useCommand('call.receive-from-988', FORM);
  const dangers = (policy?.facts ?? []).filter(
    ({ topic, mandatory }) => mandatory && IS_DANGER(topic),
  );

  async function take(event: FormEvent) {
    event.preventDefault();
    const { callback, address, words, ...packet } = draft.texts();
    const ani = callback === '' ? null : callback;
    const done = await give({
      ani,
      address,
      words,
      callType: null,
      packet: { ...packet, consent },
      yes: [...yes],
    });
    if (done === null) return;
    draft.empty();
    closeSheet();
    if (done.made !== undefined) openIncident(done.made);
  }

  function toggle(id: string) {
    setYes((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    );
  }

  return (
    <Sheet
      title="Call from 988"
      subtitle="Nothing is required. Read it back to the counselor before they leave the line."
    >
      <form
        className="new-call"
        role="presentation"
        onKeyDown={goOn}
        onSubmit={(event) => void take(event)}
      >
        {LINES.map(({ id, label, tel }) => (
          <TextField
            key={id}
            label={label}
            value={draft.fields[id].text}
            onText={draft.fields[id].type}
            maxLength={id === 'address' ? 300 : 80}
            {...(tel ? { inputMode: 'tel' as const } : {})}
          />
        ))}
        <Field label="What is happening, in their words">
          {(wiring) => (
            <textarea
              {...wiring}
              rows={3}
              dir="auto"
              value={draft.fields.words.text}
              onChange={(event) => draft.fields.words.type(event.target.value)}
            />
          )}
        </Field>
        {MORE.map(({ id, label }) => (
          <TextField
            key={id}
            label={label}
            value={draft.fields[id].text}
            onText={draft.fields[id].type}
            maxLength={300}
          />
        ))}
        <fieldset className="from-988-yes">
          <legend>The counselor says it is so</legend>
          <p className="field-hint">What they do not say stays open, and is asked.</p>
          {dangers.map(({ id, label }) => (
            <label key={id}>
              <input type="checkbox" checked={yes.includes(id)} onChange={() => toggle(id)} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset className="transfer-choice">
          <legend>Consent</legend>
          {CONSENT_988.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="consent-988"
                checked={consent === each}
                onChange={() => setConsent(each)}
              />
              {CONSENTS[each]}
            </label>
          ))}
        </fieldset>
        <Refused refusal={refusal} />
        <div className="steps">
          <Button tone="primary" type="submit" keys="Enter" aria-disabled={busy}>
            Open the incident
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** Enter goes from line to line, so that half a form is never sent; on the button it opens the incident. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, nativeEvent } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const order = [...event.currentTarget.elements] as HTMLElement[];
  order[order.indexOf(target) + 1]?.focus();
}

const IS_DANGER = (topic: string) => ['medical', 'weapon', 'violence', 'suicide'].includes(topic);

/** Asked first: should the line drop, the counselor and the place are there. */
const LINES = [
  { id: 'counselor', label: 'Counselor', tel: false },
  { id: 'counselorCallback', label: 'Callback of the counselor', tel: true },
  { id: 'address', label: 'Location of the person', tel: false },
  { id: 'callback', label: 'Callback of the person', tel: true },
  { id: 'caller', label: 'Who called or wrote to 988', tel: false },
  { id: 'ipAddress', label: 'IP address, when they write', tel: false },
] as const;

const MORE = [
  { id: 'subject', label: 'Who it is about, if somebody else' },
  { id: 'means', label: 'Method and means' },
  { id: 'weapons', label: 'Weapons' },
  { id: 'onScene', label: 'Who is there' },
  { id: 'done', label: 'What was done so far' },
] as const;

type FieldId = (typeof LINES)[number]['id'] | (typeof MORE)[number]['id'] | 'words';

/** Every field is kept while it is typed: a power cut loses no handed-over caller. */
function useFields() {
  const fields = {
    counselor: useDraft(SUBJECT, 'counselor', ''),
    counselorCallback: useDraft(SUBJECT, 'counselorCallback', ''),
    address: useDraft(SUBJECT, 'address', ''),
    callback: useDraft(SUBJECT, 'callback', ''),
    caller: useDraft(SUBJECT, 'caller', ''),
    ipAddress: useDraft(SUBJECT, 'ipAddress', ''),
    subject: useDraft(SUBJECT, 'subject', ''),
    means: useDraft(SUBJECT, 'means', ''),
    weapons: useDraft(SUBJECT, 'weapons', ''),
    onScene: useDraft(SUBJECT, 'onScene', ''),
    done: useDraft(SUBJECT, 'done', ''),
    words: useDraft(SUBJECT, 'words', ''),
  };
  const all = Object.entries(fields);
  return {
    fields,
    texts: () =>
      Object.fromEntries(all.map(([id, { text }]) => [id, text.trim()])) as Record<FieldId, string>,
    empty: () => {
      for (const [, field] of all) field.type('');
    },
  };
}
