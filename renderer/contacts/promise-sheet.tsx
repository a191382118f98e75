import { useRef, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import {
  FOLLOW_UP_LABELS,
  FOLLOW_UPS,
  MAY_ANSWER,
  MESSAGE_SAFE,
  WHOM,
  WHOM_LABELS,
  type FollowUp,
  type MayAnswer,
  type MessageSafe,
  type Promised,
  type Whom,
} from '#shared/contact/contact.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { incidentLine, NoIncident } from '../sheets/no-incident.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { MAY_ANSWER_WORDS } from './contact-words.ts';
import { useTemplates } from './use-templates.ts';
import '../style/contacts.css';

const MINUTES = [10, 20, 30, 60, 120] as const;
const MESSAGE_LABELS: Readonly<Record<MessageSafe, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
};

export function PromiseSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Promise a call" />
  ) : (
    <PromiseOn key={view.incidentId} view={view} />
  );
}

const SET_KEYS = ['a', 'b', 'c', 'd', 'f', 'g'] as const;

/** A digit says when, a letter a whole set, the rest is filled in already: the number of the incident, the caller. */
function PromiseOn({ view }: { readonly view: IncidentView }) {
  const { incidentId, number } = view;
  const form = { subject: `incident/${incidentId}`, form: 'promise' };
  const [promised, setPromised] = useTyped<Promised>(form, 'promised', {
    kind: 'callback',
    minutes: 20,
  });
  const [template, setTemplate] = useTyped<string | null>(form, 'template', null);
  const { templates } = useTemplates();
  const [whom, setWhom] = useTyped<Whom>(form, 'whom', 'caller');
  const [phone, setPhone] = useTyped(form, 'phone', view.callback ?? '');
  const [message, setMessage] = useTyped<MessageSafe>(form, 'message', 'unknown');
  const [mayAnswer, setMayAnswer] = useTyped<MayAnswer>(form, 'mayAnswer', 'unknown');
  const reason = useDraft(`incident/${incidentId}`, 'promise.reason', '');
  const why = useRef<HTMLInputElement>(null);
  const promise = useCommand('contact.promise', form);
  const promiseSet = useCommand('follow-up.promise-set', form);
  const clinician = useDesk((desk) => desk.hello?.session?.role === 'clinician');

  const choices: readonly { readonly label: string; readonly promised: Promised }[] = [
    ...MINUTES.map((minutes) => ({
      label: minutes < 60 ? `in ${minutes} min` : `in ${minutes / 60} h`,
      promised: { kind: 'callback', minutes } as const,
    })),
    ...FOLLOW_UPS.map((after: FollowUp) => ({
      label: FOLLOW_UP_LABELS[after],
      promised: { kind: 'follow-up', after } as const,
    })),
  ];
  const isChosen = (each: Promised) =>
    template === null && JSON.stringify(each) === JSON.stringify(promised);

  function choose(each: Promised) {
    setPromised(each);
    setTemplate(null);
    why.current?.focus();
  }

  function chooseSet(id: string) {
    setTemplate(id);
    why.current?.focus();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const draft = { whom, number: phone, message, mayAnswer, reason: reason.text };
    const done =
      template === null
        ? await promise.give({ incidentId, promised, ...draft })
        : await promiseSet.give({ incidentId, template, ...draft });
    if (done === null) return;
    const text =
      template === null
        ? `The call for incident ${number} is promised. It is yours until somebody ends it.`
        : `The calls for incident ${number} are promised. They are yours until somebody ends each.`;
    say({ tone: 'done', text, cause: null });
    closeSheet();
  }

  const keys = Object.fromEntries([
    ...choices.map((choice, at) => [digit(at), () => choose(choice.promised)] as const),
    ...templates.map(({ id }, at) => [SET_KEYS[at] ?? '', () => chooseSet(id)] as const),
  ]);
  return (
    <KeyScope keys={keys}>
      <Sheet title="Promise a call" subtitle={incidentLine(view)}>
        <form onSubmit={submit}>
          {(['callback', 'follow-up'] as const).map((kind) => (
            <fieldset key={kind}>
              <legend>{kind === 'callback' ? 'Call back' : 'Follow up'}</legend>
              {choices.map((choice, at) =>
                choice.promised.kind === kind ? (
                  <label key={choice.label}>
                    <input
                      type="radio"
                      name="promised"
                      checked={isChosen(choice.promised)}
                      {...(isChosen(choice.promised) ? { 'data-first-focus': true } : {})}
                      onChange={() => {
                        setPromised(choice.promised);
                        setTemplate(null);
                      }}
                    />
                    <kbd aria-hidden="true">{digit(at)}</kbd> {choice.label}
                  </label>
                ) : null,
              )}
            </fieldset>
          ))}
          {templates.length > 0 && (
            <fieldset>
              <legend>Several in one act</legend>
              {templates.map(({ id, label, calls }, at) => (
                <label key={id}>
                  <input
                    type="radio"
                    name="promised"
                    checked={template === id}
                    onChange={() => setTemplate(id)}
                  />
                  <kbd aria-hidden="true">{SET_KEYS[at]}</kbd> {label}{' '}
                  <small>
                    {calls.length} {calls.length === 1 ? 'call' : 'calls'}
                  </small>
                </label>
              ))}
            </fieldset>
          )}
          <TextField
            ref={why}
            label="What the call is for"
            hint={
              clinician
                ? 'Clinical text: read by clinicians only.'
                : 'Everybody at the center reads it.'
            }
            value={reason.text}
            onText={reason.type}
            maxLength={300}
          />
          <TextField
            label="Number to call"
            value={phone}
            onText={setPhone}
            inputMode="tel"
            maxLength={40}
          />
          <fieldset className="in-a-row">
            <legend>Who is called</legend>
            {WHOM.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="whom"
                  checked={whom === each}
                  onChange={() => setWhom(each)}
                />
                {WHOM_LABELS[each]}
              </label>
            ))}
          </fieldset>
          <fieldset className="in-a-row">
            <legend>Is it safe to leave a message?</legend>
            {MESSAGE_SAFE.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="message"
                  checked={message === each}
                  onChange={() => setMessage(each)}
                />
                {MESSAGE_LABELS[each]}
              </label>
            ))}
          </fieldset>
          <fieldset className="in-a-row">
            <legend>Who may answer?</legend>
            {MAY_ANSWER.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="may-answer"
                  checked={mayAnswer === each}
                  onChange={() => setMayAnswer(each)}
                />
                {MAY_ANSWER_WORDS[each]}
              </label>
            ))}
          </fieldset>
          <Refused refusal={promise.refusal ?? promiseSet.refusal} />
          <Button
            type="submit"
            tone="primary"
            keys="Enter"
            aria-disabled={promise.busy || promiseSet.busy}
          >
            {template === null ? 'Promise this call' : 'Promise these calls'}
          </Button>
        </form>
      </Sheet>
    </KeyScope>
  );
}

/** The tenth choice is on the 0, as on a telephone. */
function digit(at: number): string {
  return String((at + 1) % 10);
}
