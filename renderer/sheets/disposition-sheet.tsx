import { useRef, useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { DISPOSITIONS, type DispositionCode } from '#shared/incident/disposition.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from './key-scope.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { UnservedChoice, useUnserved } from './unserved-choice.tsx';
import { useCommand } from './use-command.ts';

/** The field outcomes carry the numbers they have on the city's own list. */
const KEYS: Readonly<Record<DispositionCode, string>> = {
  'no-contact': '1',
  refused: '2',
  services: '3',
  'services-transport': '4',
  'services-transfer': '5',
  'resolved-by-phone': 'r',
  '988-accepted': '8',
  referred: 'f',
  'follow-up-scheduled': 'u',
  'escalated-field': 'e',
  'escalated-police-ems': 'x',
  'caller-lost': 'v',
};

const GROUPS = [
  { kind: 'field', label: 'In the field' },
  { kind: 'phone', label: 'By phone' },
] as const;

export function DispositionSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Disposition" />
  ) : (
    <DispositionOf key={view.incidentId} view={view} />
  );
}

/** How it ended, in the center's own words. A key chooses, Enter closes the incident. */
function DispositionOf({ view }: { readonly view: IncidentView }) {
  const { incidentId, number } = view;
  const form = { subject: `incident/${incidentId}`, form: 'closing' };
  const [chosen, setChosen] = useTyped<DispositionCode | null>(form, 'outcome', null);
  const [missing, setMissing] = useState<string | null>(null);
  const note = useDraft(`incident/${incidentId}`, 'closing.note', '');
  const close = useCommand('incident.close', form);
  const needed = view.unservedReasonNeeded;
  const unserved = useUnserved(needed, form);
  const page = useRef<HTMLFormElement>(null);

  function choose(code: DispositionCode) {
    setChosen(code);
    setMissing(null);
    // The focus follows, so that Enter closes and the arrows move on from here.
    page.current?.querySelector<HTMLInputElement>(`input[value="${code}"]`)?.focus();
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (chosen === null) {
      setMissing('Choose how it ended first.');
      return;
    }
    const why = unserved.missing(note.text);
    setMissing(why);
    if (why !== null) return;
    const done = await close.give({
      incidentId,
      disposition: chosen,
      note: note.text,
      ...unserved.member(note.text),
    });
    if (done === null) return;
    say({ tone: 'done', text: `Incident ${number} is closed.`, cause: null });
    closeSheet();
  }

  const outcomes = DISPOSITIONS.map(({ code }) => [KEYS[code], () => choose(code)] as const);
  const keys = { ...Object.fromEntries(outcomes), ...unserved.keys };
  return (
    <KeyScope keys={keys}>
      <Sheet title="Disposition" subtitle={incidentLine(view)}>
        <form ref={page} onSubmit={submit}>
          {GROUPS.map(({ kind, label }) => (
            <fieldset key={kind} className="outcomes-list">
              <legend>{label}</legend>
              {DISPOSITIONS.filter((each) => each.kind === kind).map(({ code, label: words }) => (
                <label key={code}>
                  <input
                    type="radio"
                    name="disposition"
                    value={code}
                    checked={chosen === code}
                    onChange={() => choose(code)}
                  />
                  <kbd aria-hidden="true">{KEYS[code]}</kbd> {words}
                </label>
              ))}
            </fieldset>
          ))}
          {needed !== null && (
            <UnservedChoice
              legend="An alternative response was recommended and none came. Why?"
              suggested={needed.suggested}
              answer={unserved}
            />
          )}
          {missing !== null && (
            <p className="field-error" role="alert">
              {missing}
            </p>
          )}
          <TextField
            label="Note, if something is to be known"
            hint="Everybody who may read this incident reads it."
            value={note.text}
            onText={note.type}
            maxLength={10_000}
          />
          <Refused refusal={close.refusal} />
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={close.busy}>
            Close incident {number}
          </Button>
        </form>
      </Sheet>
    </KeyScope>
  );
}
