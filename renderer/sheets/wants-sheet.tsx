import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import {
  CENTER_LANGUAGE,
  languageName,
  OFFERED_LANGUAGES,
  type LanguageNeed,
} from '#shared/unit/language.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';
import { BothValues } from '../parts/both-values.tsx';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from './key-scope.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

export function WantsSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? <NoIncident title="Language and vehicle" /> : <WantsOf view={view} />;
}

/** Both rank who can go and keep nobody from going: so everything here may stay as it is. */
function WantsOf({ view }: { readonly view: IncidentView }) {
  const { incidentId, number } = view;
  const list = useDesk((desk) => desk.policy?.capabilities) ?? [];
  const form = { subject: `incident/${incidentId}`, form: 'wants' };
  const [language, setLanguage] = useTyped<string | null>(
    form,
    'language',
    view.language?.language ?? null,
  );
  const [interpreter, setInterpreter] = useTyped(
    form,
    'interpreter',
    view.language?.interpreter ?? false,
  );
  const [needed, setNeeded] = useTyped(form, 'needed', view.capabilities);
  // What both edits are made over: what stood here when the sheet was opened.
  const [seen, setSeen] = useState({ language: view.language, capabilities: view.capabilities });
  const setTo = useCommand('incident.set-language');
  const needs = useCommand('incident.set-capabilities');
  const disputed = setTo.refusal?.meanwhile?.[0];
  const field = useFirstFocus<HTMLInputElement>();

  function choose(tag: string | null) {
    setLanguage(tag);
    // Whoever speaks another language is helped in it until somebody says that English will do.
    setInterpreter(tag !== null);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void note(seen);
  }

  /** What is on record now is what the next answer is given over. */
  function lookAgain() {
    const now = { ...seen, language: view.language };
    setSeen(now);
    setTo.forget();
    return now;
  }

  function takeTheirs() {
    setLanguage(view.language?.language ?? null);
    setInterpreter(view.language?.interpreter ?? false);
    lookAgain();
  }

  function turn(id: string) {
    setNeeded(needed.includes(id) ? needed.filter((each) => each !== id) : [...needed, id]);
  }

  async function note(over: typeof seen) {
    const spoken = needOf(language, interpreter);
    if ((await setTo.give({ incidentId, language: spoken, seen: over.language })) === null) return;
    const boxes = { capabilities: [...needed], seen: [...over.capabilities] };
    if ((await needs.give({ incidentId, ...boxes })) === null) return;
    forgetForm(form);
    say({ tone: 'done', text: `Incident ${number}: language and vehicle noted.`, cause: null });
    closeSheet();
  }

  const keys: Record<string, () => void> = { i: () => setInterpreter(!interpreter) };
  list.slice(0, 9).forEach(({ id }, index) => (keys[String(index + 1)] = () => turn(id)));

  return (
    <KeyScope keys={keys}>
      <Sheet title="Language and vehicle" subtitle={incidentLine(view)}>
        <form onSubmit={submit}>
          <Combobox
            ref={field}
            label="Language of the person"
            none="English"
            choices={choices(view.language)}
            value={language}
            onChoose={choose}
          />
          <fieldset>
            <legend className="spoken">Interpreter</legend>
            <label>
              <input
                type="checkbox"
                checked={interpreter}
                onChange={(event) => setInterpreter(event.target.checked)}
              />
              <kbd aria-hidden="true">i</kbd> An interpreter is needed on the line
            </label>
          </fieldset>
          <fieldset>
            <legend>The vehicle should have</legend>
            {list.map(({ id, label }, index) => (
              <label key={id}>
                <input type="checkbox" checked={needed.includes(id)} onChange={() => turn(id)} />
                {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>} {label}
              </label>
            ))}
            {list.length === 0 && (
              <p className="field-hint">
                The policy names nothing a vehicle can have. A supervisor adds it to the policy.
              </p>
            )}
          </fieldset>
          <p className="field-hint">
            Units that fit go first. Nobody is kept from going: what a unit lacks is said beside it.
          </p>
          {disputed === undefined ? (
            <Refused refusal={setTo.refusal ?? needs.refusal} />
          ) : (
            <BothValues
              value={disputed}
              onTheirs={takeTheirs}
              onMine={() => void note(lookAgain())}
            />
          )}
          <Button
            type="submit"
            tone="primary"
            keys="Enter"
            aria-disabled={setTo.busy || needs.busy}
          >
            Note it
          </Button>
        </form>
      </Sheet>
    </KeyScope>
  );
}

/** English with an interpreter says that it is not enough; without one nothing has to be said. */
function needOf(language: string | null, interpreter: boolean): LanguageNeed | null {
  if (language === null && !interpreter) return null;
  return { language: language ?? CENTER_LANGUAGE, interpreter };
}

function choices(present: LanguageNeed | null) {
  const offered: readonly string[] = [CENTER_LANGUAGE, ...OFFERED_LANGUAGES];
  const tags =
    present === null || offered.includes(present.language)
      ? offered
      : [...offered, present.language];
  return tags.map((tag) => ({ id: tag, label: languageName(tag), detail: tag }));
}
