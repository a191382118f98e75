import {
  CONSENT_LABELS,
  CONSENTS,
  REACHABLE,
  REACHABLE_LABELS,
  TOLD,
  TOLD_LABELS,
  type Guardian,
  type People,
} from '#shared/person/people.ts';
import { TextField } from '../parts/field.tsx';
import { EMPTY_GUARDIAN } from './people-draft.ts';
import { Select } from './select.tsx';

/** Who decides for somebody who may not decide alone, and what has been done about it. */
export function GuardianFields({
  people,
  onPeople,
}: {
  readonly people: People;
  readonly onPeople: (people: People) => void;
}) {
  const guardian = people.guardian ?? EMPTY_GUARDIAN;
  const change = (more: Partial<Guardian>) =>
    onPeople({ ...people, guardian: { ...guardian, ...more } });
  return (
    <fieldset className="people-guardian">
      <legend>Parent or guardian</legend>
      <div className="people-row">
        <TextField
          label="Name of the guardian"
          maxLength={120}
          value={guardian.name}
          onText={(name) => change({ name })}
        />
        <TextField
          label="Number of the guardian"
          maxLength={40}
          value={guardian.number}
          onText={(number) => change({ number })}
        />
        <Select
          label="Reached"
          value={guardian.reachable}
          choices={REACHABLE}
          labels={REACHABLE_LABELS}
          onChoose={(reachable) => change({ reachable })}
        />
        <Select
          label="Told"
          value={guardian.told}
          choices={TOLD}
          labels={TOLD_LABELS}
          onChoose={(told) => change({ told })}
        />
        <Select
          label="Agreement"
          value={guardian.consent}
          choices={CONSENTS}
          labels={CONSENT_LABELS}
          onChoose={(consent) => change({ consent })}
        />
        <TextField
          label="What else matters about it"
          maxLength={300}
          value={guardian.note}
          onText={(note) => change({ note })}
        />
      </div>
    </fieldset>
  );
}
