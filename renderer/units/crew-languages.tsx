import { useState, type FormEvent } from 'react';
import type { UnitRow } from '#shared/board/board-rows.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { languagesSaid, languagesWritten } from './spoken-languages.ts';

type Member = UnitRow['crew'][number];

export const NO_LANGUAGE = (word: string) =>
  `“${word}” is no language this PC knows. Write names or codes with commas: Polish, es.`;

/** What one person in the crew speaks besides English, changed where it stands. */
export function CrewLanguages({
  unit,
  member,
  onDone,
}: {
  readonly unit: UnitRow;
  readonly member: Member;
  readonly onDone: () => void;
}) {
  const form = { subject: `unit/${unit.unitId}`, form: `speaks ${member.name}` };
  const [text, setText] = useTyped(form, 'text', languagesSaid(member.languages));
  const [wrong, setWrong] = useState<string | null>(null);
  const set = useCommand('unit.set-languages', form);
  const field = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const languages = languagesWritten(text);
    if ('unknown' in languages) return setWrong(NO_LANGUAGE(languages.unknown));
    setWrong(null);
    const { name } = member;
    const { unitId } = unit;
    if ((await set.give({ unitId, name, languages: [...languages] })) !== null) onDone();
  }

  return (
    <form className="crew-languages" onSubmit={(event) => void submit(event)}>
      <TextField
        ref={field}
        label={`${member.name} also speaks`}
        hint="Besides English, with commas."
        value={text}
        onText={setText}
        error={wrong ?? set.refusal?.because}
        maxLength={200}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={set.busy}>
          Note it
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Leave as it is
        </Button>
      </div>
    </form>
  );
}
