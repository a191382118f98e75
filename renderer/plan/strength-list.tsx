import { useState, type FormEvent } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import {
  STRENGTH_KINDS,
  STRENGTH_LABELS,
  STRENGTH_SOURCE_LABELS,
  STRENGTH_SOURCES,
  type StrengthKind,
  type StrengthSource,
} from '#shared/plan/strengths.ts';
import { useDraft } from '../desk/drafts.ts';
import { dateWords } from '../desk/center-date.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { subjectOf } from './note-drafts.ts';
import { Select } from './select.tsx';

/** What carries the person: offered in the plan where it fits, with who said it and when. */
export function StrengthList({
  incidentId,
  work,
}: {
  readonly incidentId: IncidentId;
  readonly work: ClinicalWork;
}) {
  const [kind, setKind] = useState<StrengthKind>('helped-before');
  const [source, setSource] = useState<StrengthSource>(
    work.informant === 'third-party' ? 'caller' : 'person',
  );
  const text = useDraft(subjectOf(incidentId), 'strength', '');
  const note = useCommand('strength.note');
  const withdraw = useCommand('strength.withdraw');
  async function add(event: FormEvent) {
    event.preventDefault();
    const strength = { kind, text: text.text, source };
    if ((await note.give({ incidentId, strength })) !== null) text.type('');
  }
  return (
    <section className="plan-part" aria-label="What helps">
      <h3>What helps</h3>
      {work.strengths.length === 0 ? (
        <p className="plan-state">
          Strengths and what helped before. What stands here is offered in the plan.
        </p>
      ) : (
        <ul className="strengths">
          {work.strengths.map(({ seq, value, at }) => (
            <li key={seq}>
              <span>
                <span className="people-word">{STRENGTH_LABELS[value.kind]}</span>{' '}
                <strong dir="auto">{value.text}</strong>{' '}
                <small>
                  {STRENGTH_SOURCE_LABELS[value.source]}, {dateWords(at.slice(0, 10))}
                </small>
              </span>
              <Button
                tone="quiet"
                aria-disabled={withdraw.busy}
                onClick={() => void withdraw.give({ incidentId, strength: seq })}
              >
                Take off<span className="spoken"> {value.text}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="plan-form" onSubmit={(event) => void add(event)}>
        <TextField
          label="What helps, or has helped"
          maxLength={300}
          value={text.text}
          onText={text.type}
        />
        <div className="people-row">
          <Select
            label="What it is"
            value={kind}
            choices={STRENGTH_KINDS}
            labels={STRENGTH_LABELS}
            onChoose={setKind}
          />
          <Select
            label="Who says so"
            value={source}
            choices={STRENGTH_SOURCES}
            labels={STRENGTH_SOURCE_LABELS}
            onChoose={setSource}
          />
          <Button type="submit" aria-disabled={note.busy}>
            Add
          </Button>
        </div>
        <Refused refusal={note.refusal ?? withdraw.refusal} />
      </form>
    </section>
  );
}
