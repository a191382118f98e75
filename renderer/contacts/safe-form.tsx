import { type FormEvent } from 'react';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import {
  MAY_ANSWER,
  MESSAGE_SAFE,
  type MayAnswer,
  type MessageSafe,
} from '#shared/contact/contact.ts';
import { SAYS_WE_ARE, SAYS_WE_ARE_LABELS, type SaysWeAre } from '#shared/contact/safe-contact.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { MAY_ANSWER_WORDS } from './contact-words.ts';

const MESSAGE_LABELS: Readonly<Record<MessageSafe, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
};

/** What is safe on this number, for every call to it: said once, shown before every try. */
export function SafeForm({
  line,
  onNoted,
}: {
  readonly line: ContactLine;
  readonly onNoted: () => void;
}) {
  const { incidentId, number, safe } = line;
  const form = { subject: `incident/${incidentId}`, form: 'safe-contact' };
  const [message, setMessage] = useTyped<MessageSafe>(
    form,
    'message',
    safe?.message ?? line.message,
  );
  const [mayAnswer, setMayAnswer] = useTyped<MayAnswer>(
    form,
    'mayAnswer',
    safe?.mayAnswer ?? line.mayAnswer,
  );
  const [saysWeAre, setSaysWeAre] = useTyped<SaysWeAre>(
    form,
    'saysWeAre',
    safe?.saysWeAre ?? 'first-name',
  );
  const [bestTime, setBestTime] = useTyped(form, 'bestTime', safe?.bestTime ?? '');
  const [language, setLanguage] = useTyped(form, 'language', safe?.language ?? '');
  const note = useCommand('safe-contact.note', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = { message, mayAnswer, saysWeAre, bestTime, language };
    if ((await note.give({ incidentId, number, ...said })) !== null) onNoted();
  }

  return (
    <form onSubmit={submit} aria-label="What is safe on this number">
      <Choices
        legend="May a message be left?"
        of={MESSAGE_SAFE}
        labels={MESSAGE_LABELS}
        value={message}
        onChoose={setMessage}
        first
      />
      <Choices
        legend="Who may answer?"
        of={MAY_ANSWER}
        labels={MAY_ANSWER_WORDS}
        value={mayAnswer}
        onChoose={setMayAnswer}
      />
      <Choices
        legend="What do we say we are, to whoever answers?"
        of={SAYS_WE_ARE}
        labels={SAYS_WE_ARE_LABELS}
        value={saysWeAre}
        onChoose={setSaysWeAre}
      />
      <TextField
        label="Best time"
        placeholder="after six, not on Fridays"
        value={bestTime}
        onText={setBestTime}
        maxLength={100}
      />
      <TextField
        label="Language, where it is not English"
        value={language}
        onText={setLanguage}
        maxLength={35}
      />
      <Refused refusal={note.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={note.busy}>
        Write it down for this number
      </Button>
    </form>
  );
}

function Choices<Value extends string>({
  legend,
  of,
  labels,
  value,
  onChoose,
  first = false,
}: {
  readonly legend: string;
  readonly of: readonly Value[];
  readonly labels: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly first?: boolean;
}) {
  return (
    <fieldset className="in-a-row">
      <legend>{legend}</legend>
      {of.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={legend}
            checked={value === each}
            // Asked for by the key just before.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={first && value === each}
            onChange={() => onChoose(each)}
          />
          {labels[each]}
        </label>
      ))}
    </fieldset>
  );
}
