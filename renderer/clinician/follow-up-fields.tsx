import { deskNow } from '../desk/clock.ts';
import { useBoard } from '../desk/board-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { TextField } from '../parts/field.tsx';
import { ChoiceRow } from '../parts/choice-row.tsx';
import type { EndingDraft } from './ending-draft.ts';
import {
  FOLLOW_UP_LABELS,
  FOLLOW_UPS,
  dueSpanOf,
  WHOM_LABELS,
  type Promised,
} from '#shared/contact/contact.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { MAY_ANSWER_WORDS } from '../contacts/contact-words.ts';
import type { KeyboardEvent } from 'react';

const TIMES: Readonly<Record<string, Promised>> = {
  '60': { kind: 'callback', minutes: 60 },
  ...Object.fromEntries(FOLLOW_UPS.map((after) => [after, { kind: 'follow-up', after } as const])),
};
const TIME_LABELS: Readonly<Record<string, string>> = { '60': 'in 1 h', ...FOLLOW_UP_LABELS };

const timeOf = (promised: Promised) =>
  promised.kind === 'follow-up' ? promised.after : String(promised.minutes);

/** When somebody calls again, who does, and what is safe there. */
export function FollowUpFields({
  draft,
  onDraft,
  onKeyDown,
}: {
  readonly draft: EndingDraft;
  readonly onDraft: (changes: Partial<EndingDraft>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const operators = useBoard((board) => board.operators);
  const clinicians = operators.filter(({ role, active }) => active && may(role, 'phone-work'));
  const span = dueSpanOf(draft.promised, new Date(deskNow()).toISOString());
  return (
    <div className="follow-up-fields" role="group" aria-label="The call that is promised">
      <ChoiceRow
        legend="When"
        field="follow-up-when"
        choices={TIME_LABELS}
        value={timeOf(draft.promised)}
        onChoose={(time) => onDraft({ promised: TIMES[time] ?? draft.promised })}
        onKeyDown={onKeyDown}
      />
      <p className="field-hint">
        Between {wallDateTime(span.from, deskNow())} and {wallDateTime(span.by, deskNow())}.
      </p>
      <div className="field-pair">
        <TextField
          label="Number"
          value={draft.number}
          onText={(number) => onDraft({ number })}
          inputMode="tel"
          maxLength={40}
          data-field="follow-up"
          onKeyDown={onKeyDown}
        />
        <label className="field">
          <span>Who calls</span>
          <select
            value={draft.owner ?? ''}
            onChange={({ target }) =>
              onDraft({ owner: target.value === '' ? null : (target.value as OperatorId) })
            }
          >
            <option value="">I do</option>
            {clinicians.map(({ operatorId, name }) => (
              <option key={operatorId} value={operatorId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ChoiceRow
        legend="Who is called"
        field="whom"
        choices={WHOM_LABELS}
        value={draft.whom}
        onChoose={(whom) => onDraft({ whom })}
        onKeyDown={onKeyDown}
      />
      <ChoiceRow
        legend="A message may be left"
        field="message"
        choices={{ yes: 'Yes', no: 'No', unknown: 'Not known' }}
        value={draft.message}
        onChoose={(message) => onDraft({ message })}
        onKeyDown={onKeyDown}
      />
      <ChoiceRow
        legend="Who may answer"
        field="may-answer"
        choices={MAY_ANSWER_WORDS}
        value={draft.mayAnswer}
        onChoose={(mayAnswer) => onDraft({ mayAnswer })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
