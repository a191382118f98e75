import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import {
  INTERPRETER_LABELS,
  INTERPRETER_MEANS,
  sayInterpreter,
  type InterpreterMeans,
  type OnTheLine,
} from '#shared/person/interpreter.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { openSheet } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { Select } from './select.tsx';
import './people.css';

/** What is spoken with the person, and who interprets since when. */
export function InterpreterLine({
  view,
  interpreter,
}: {
  readonly view: IncidentView;
  readonly interpreter: OnTheLine | null;
}) {
  const { incidentId, language } = view;
  const [open, setOpen] = useState(false);
  const leave = useCommand('interpreter.leave');
  const onTheLine = interpreter !== null && interpreter.leftAt === null;
  const missing = language?.interpreter === true && !onTheLine;
  return (
    <section className="people" aria-label="Language and interpreter" data-ask={missing}>
      <div className="people-said">
        <p>
          <span className="people-word">Language</span>{' '}
          {language === null ? 'English' : <strong>{sayLanguageNeed(language)}</strong>}
          {interpreter !== null && (
            <>
              {' · '}
              <bdi>{sayInterpreter(interpreter)}</bdi>, connected{' '}
              {wallTime(interpreter.connectedAt)}
              {interpreter.leftAt !== null && `, left ${wallTime(interpreter.leftAt)}`}
            </>
          )}
          {missing && <strong className="people-missing"> No interpreter on the line</strong>}
        </p>
        <Button tone="quiet" onClick={() => openSheet('wants')}>
          Language
        </Button>
        {onTheLine ? (
          <Button
            tone="quiet"
            aria-disabled={leave.busy}
            onClick={() => void leave.give({ incidentId })}
          >
            Interpreter has left
          </Button>
        ) : (
          <Button
            tone={missing ? 'plain' : 'quiet'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            Interpreter
          </Button>
        )}
      </div>
      <Refused refusal={leave.refusal} />
      {open && !onTheLine && <Connect view={view} onDone={() => setOpen(false)} />}
    </section>
  );
}

function Connect({ view, onDone }: { readonly view: IncidentView; readonly onDone: () => void }) {
  const form = { subject: `incident/${view.incidentId}`, form: 'interpreter' };
  const [means, setMeans] = useTyped<InterpreterMeans>(form, 'means', 'phone');
  const [line, setLine] = useTyped(form, 'line', '');
  const connect = useCommand('interpreter.connect', form);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await connect.give({ incidentId: view.incidentId, means, line });
    if (done !== null) onDone();
  }
  return (
    <form className="people-row" onSubmit={(event) => void submit(event)}>
      <Select
        label="How"
        value={means}
        choices={INTERPRETER_MEANS}
        labels={INTERPRETER_LABELS}
        onChoose={setMeans}
      />
      <TextField
        label="Number of the interpreter or line"
        maxLength={80}
        value={line}
        onText={setLine}
      />
      <Button type="submit" tone="primary" aria-disabled={connect.busy}>
        Is on the line now
      </Button>
      <Refused refusal={connect.refusal} />
    </form>
  );
}
