import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, deskStore, proposeResponse, say } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { OVERRIDE_REASON } from '../desk/override-reason.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from './key-scope.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { ResponseChoice } from './response-choice.tsx';
import { NOBODY_YET, SecondPerson, type SecondPersonDraft } from '../parts/second-person.tsx';
import { UnservedChoice, useUnserved } from './unserved-choice.tsx';
import { useCommand } from './use-command.ts';

export function OverrideSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Other response" />
  ) : (
    <OverrideOf key={view.incidentId} view={view} />
  );
}

type Seen = Input<'incident.decide'>['seen'];

const seenIn = ({ recommendation }: IncidentView): Seen => ({
  level: recommendation.level,
  response: recommendation.responseId,
});

/** A person decides otherwise: what, why, and from L3 downward with a second person. One submit. */
function OverrideOf({ view }: { readonly view: IncidentView }) {
  const { incidentId, number, recommendation, options } = view;
  // Frozen on purpose: main compares it, so that nobody decides on a picture that has changed meanwhile.
  const [seen, setSeen] = useState(() => seenIn(view));
  const form = { subject: `incident/${incidentId}`, form: 'override' };
  const [chosenId, setChosenId] = useTyped<string | null>(form, 'response', null);

  const [second, setSecond] = useState<SecondPersonDraft>(NOBODY_YET);
  const [missing, setMissing] = useState<string | null>(null);
  const reason = useDraft(`incident/${incidentId}`, OVERRIDE_REASON, '');
  const why = useRef<HTMLTextAreaElement>(null);
  const decide = useCommand('incident.decide', form);
  useEffect(() => {
    const { proposed } = deskStore.getState();
    if (proposed !== null) {
      // Somebody asked for it: what is left to say is why.
      setChosenId(proposed);
      why.current?.focus();
    }
    // Meant for this opening of the sheet only, however it is left.
    return () => proposeResponse(null);
    // Only as the sheet opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const chosen = options.find((option) => option.id === chosenId);
  const needed = chosen?.needsUnservedReason ?? null;
  const unserved = useUnserved(needed, form);
  const changed =
    seen.level !== recommendation.level || seen.response !== recommendation.responseId;

  function choose(id: string) {
    setChosenId(id);
    setMissing(null);
    decide.forget();
  }

  async function submit() {
    if (chosen === undefined) return setMissing('Choose a response first.');
    if (chosen.barred !== null) return;
    if (chosen.needsReason && reason.text.trim() === '') {
      setMissing('Say why you choose otherwise.');
      why.current?.focus();
      return;
    }
    const unsaid = unserved.missing(reason.text);
    setMissing(unsaid);
    if (unsaid !== null) return;
    const { operatorId, passphrase } = second;
    const done = await decide.give({
      incidentId,
      seen,
      response: chosen.id,
      reason: reason.text.trim() === '' ? null : reason.text,
      secondPerson:
        chosen.needsSecondPerson && operatorId !== null ? { operatorId, passphrase } : null,
      ...unserved.member(reason.text),
    });
    if (done === null) return;
    say({ tone: 'done', text: `Incident ${number}: ${chosen.label}.`, cause: null });
    closeSheet();
  }

  function onReasonKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  const digits = Object.fromEntries(
    options.slice(0, 9).map((option, at) => [
      String(at + 1),
      () => {
        if (option.barred !== null) return;
        choose(option.id);
        if (option.needsReason) why.current?.focus();
      },
    ]),
  );
  return (
    <KeyScope keys={{ ...digits, ...unserved.keys }}>
      <Sheet
        title="Other response"
        subtitle={incidentLine(view)}
        footer={
          <div className="override-foot">
            {chosen?.direction === 'up' && (
              <p className="field-hint">Sending more needs no reason. A word of why still helps.</p>
            )}
            <Field label="Why" error={missing} hint="It goes on the record with your name.">
              {(wiring) => (
                <textarea
                  {...wiring}
                  ref={why}
                  rows={2}
                  dir="auto"
                  value={reason.text}
                  onChange={(event) => reason.type(event.target.value)}
                  onKeyDown={onReasonKey}
                />
              )}
            </Field>
            {needed !== null && (
              <UnservedChoice
                legend="Why no alternative response goes"
                suggested={needed.suggested}
                answer={unserved}
              />
            )}
            {chosen?.needsSecondPerson === true && (
              <SecondPerson
                legend={`Second person. Going below ${recommendation.level} takes two.`}
                needs="sign-second"
                draft={second}
                onDraft={setSecond}
                onEnter={() => void submit()}
              />
            )}
            <Refused refusal={decide.refusal} />
            <Button
              tone="primary"
              keys="Enter"
              aria-disabled={decide.busy || changed}
              onClick={() => void submit()}
            >
              {chosen === undefined ? 'Decide' : `Decide: ${chosen.label}`}
            </Button>
          </div>
        }
      >
        <p className="override-now">
          Recommended:{' '}
          <LevelBadge level={recommendation.level} provisional={recommendation.provisional} />{' '}
          <b>{recommendation.response}</b>
        </p>
        {changed && (
          <div role="alert" className="sheet-warning">
            <p>
              The recommendation changed while this was open: it was {seen.level}. Read it again;
              your choice and your reason are still here.
            </p>
            <Button onClick={() => setSeen(seenIn(view))}>I have read it</Button>
          </div>
        )}
        <fieldset className="responses">
          <legend>Who goes instead</legend>
          {options.map((option, at) => (
            <ResponseChoice
              key={option.id}
              option={option}
              digit={at < 9 ? String(at + 1) : null}
              chosen={option.id === chosenId}
              onChoose={choose}
            />
          ))}
        </fieldset>
      </Sheet>
    </KeyScope>
  );
}
