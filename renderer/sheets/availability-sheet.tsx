import { useState, type FormEvent } from 'react';
import { AVAILABILITIES, AVAILABILITY_LABELS, type Availability } from '#shared/phone/clinician.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { NO_LANGUAGE } from '../units/crew-languages.tsx';
import { languagesSaid, languagesWritten } from '../units/spoken-languages.ts';
import { KeyScope } from './key-scope.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';
import './availability-sheet.css';

const MEANS: Readonly<Record<Availability, string>> = {
  ready: 'Calls are offered to you.',
  'wrapping-up': 'No calls until you are through; after a while you are ready again.',
  break: 'No calls until you say so.',
  away: 'No calls until you say so.',
};

const AVAILABILITY = { subject: 'me', form: 'availability' };
const LANGUAGES = { subject: 'me', form: 'languages' };

/** What a clinician says of themselves. A call that is being offered goes to the next one at once. */
export function AvailabilitySheet() {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const mine = useBoard((board) => board.clinicians.find(({ operatorId }) => operatorId === me));
  const [reason, setReason] = useTyped(AVAILABILITY, 'reason', '');
  const set = useCommand('operator.set-availability', AVAILABILITY);

  async function become(availability: Availability) {
    const text = reason.trim();
    const given = { availability, reason: text === '' ? null : text };
    if ((await set.give(given)) === null) return;
    say({ tone: 'done', text: `${AVAILABILITY_LABELS[availability]}.`, cause: null });
    closeSheet();
  }

  const keys = Object.fromEntries(
    AVAILABILITIES.map((each, at) => [String(at + 1), () => void become(each)]),
  );
  return (
    <KeyScope keys={keys}>
      <Sheet
        title="Are you there for calls?"
        subtitle={mine === undefined ? undefined : `Now: ${AVAILABILITY_LABELS[mine.availability]}`}
      >
        <ul className="availability-choices">
          {AVAILABILITIES.map((each, at) => (
            <li key={each}>
              <Button
                keys={String(at + 1)}
                tone={each === 'ready' ? 'primary' : 'plain'}
                aria-pressed={mine?.availability === each}
                aria-disabled={set.busy}
                {...(at === 0 ? { 'data-first-focus': true } : {})}
                onClick={() => void become(each)}
              >
                {AVAILABILITY_LABELS[each]}
              </Button>
              <span>{MEANS[each]}</span>
            </li>
          ))}
        </ul>
        <TextField
          label="Why, where it helps others"
          hint="Everybody at the center sees it. Optional."
          value={reason}
          onText={setReason}
          maxLength={120}
        />
        <Refused refusal={set.refusal} />
        <Languages spoken={mine?.languages ?? []} />
      </Sheet>
    </KeyScope>
  );
}

function Languages({ spoken }: { readonly spoken: readonly string[] }) {
  const [text, setText] = useTyped(LANGUAGES, 'text', languagesSaid(spoken));
  const [wrong, setWrong] = useState<string | null>(null);
  const note = useCommand('operator.note-languages', LANGUAGES);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const languages = languagesWritten(text);
    if ('unknown' in languages) return setWrong(NO_LANGUAGE(languages.unknown));
    setWrong(null);
    if ((await note.give({ languages: [...languages] })) === null) return;
    say({ tone: 'done', text: 'Your languages are noted.', cause: null });
  }

  return (
    <form className="availability-languages" onSubmit={(event) => void submit(event)}>
      <TextField
        label="You also speak"
        hint="Besides English, with commas. A caller who needs one of them is offered to you first."
        value={text}
        onText={setText}
        error={wrong ?? note.refusal?.because}
        maxLength={200}
      />
      <Button type="submit" aria-disabled={note.busy}>
        Note the languages
      </Button>
    </form>
  );
}
