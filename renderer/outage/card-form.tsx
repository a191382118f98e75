import { useState, type FormEvent } from 'react';
import { UNSERVED_REASONS, type UnservedCode } from '#shared/incident/alternative-course.ts';
import { DISPOSITIONS, type DispositionCode } from '#shared/incident/disposition.ts';
import { isInOutage } from '#shared/outage/declare-outage.ts';
import type { Outage } from '#shared/outage/outage-events.ts';
import { useBoard } from '../desk/board-store.ts';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { momentInZone } from '#shared/roster/zone-moment.ts';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { CardAnswers } from './card-answers.tsx';
import { cardOf, clockOf, emptyCard, type CardDraft, type FieldError } from './card-draft.ts';
import { CardSelect } from './card-select.tsx';
import { CardTime } from './card-time.tsx';
import { CardUnits } from './card-units.tsx';

const FORM = { subject: 'outage', form: 'enter' };

/** One paper card. Main replays it through the rules and says at the field what cannot be. */
export function CardForm({
  outages,
  onEntered,
}: {
  readonly outages: readonly Outage[];
  readonly onEntered: () => void;
}) {
  const zone = useDesk((desk) => desk.hello?.center?.timeZone ?? 'UTC');
  const policy = useDesk((desk) => desk.policy);
  const operators = useBoard((board) => board.operators);
  // Whose passphrase is typed here is kept nowhere.
  const [second, setSecond] = useState(NOBODY_YET);
  const [typed, setTyped] = useTyped<CardDraft>(FORM, 'card', emptyCard(centerDate(deskNow())));
  const draft = { ...typed, second };
  const [missing, setMissing] = useState<FieldError | null>(null);
  const enter = useCommand('outage.enter-card', FORM);

  const change = (part: Partial<CardDraft>) =>
    setTyped((before) => ({ ...before, ...part, second: NOBODY_YET }));
  const errorOf = (field: string): string | null => {
    if (missing !== null) return missing.field === field ? missing.says : null;
    return enter.refusal?.refused === field ? enter.refusal.because : null;
  };
  const instantOf = (day: string, time: string) => momentInZone(zone, day, time);
  const received = instantOf(draft.day, clockOf(draft.received.time) ?? '');
  const outside = received !== null && !isInOutage(outages, received);
  const lessThanL3 = enter.refusal?.refused.startsWith('decided') === true;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const card = cardOf(draft, instantOf);
    if ('field' in card) return setMissing(card);
    setMissing(null);
    if ((await enter.give(card)) === null) return;
    say({ tone: 'done', text: `Card ${card.card} is in the record.`, cause: null });
    setSecond(NOBODY_YET);
    setTyped({ ...emptyCard(draft.day), keptBy: draft.keptBy });
    onEntered();
  }

  const text = (field: keyof CardDraft & string, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={draft[field] as string}
      error={errorOf(field)}
      maxLength={300}
      onText={(typed) => change({ [field]: typed })}
    />
  );
  const time = (
    field: 'received' | 'answered' | 'called' | 'decided' | 'closed',
    label: string,
  ) => (
    <CardTime
      label={label}
      value={draft[field]}
      draft={draft}
      error={errorOf(field)}
      onTime={(typed) => change({ [field]: typed })}
    />
  );

  return (
    <form className="card-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="card-times">
        {text('card', 'Card number')}
        {text('keptBy', 'Kept by')}
        <TextField label="Day" type="date" value={draft.day} onText={(day) => change({ day })} />
      </div>
      <div className="card-times">
        {time('received', 'Call received')}
        {time('answered', 'Answered')}
      </div>
      {outside && (
        <p className="sheet-warning">
          That is outside every outage that was declared. It can be entered; declare the outage
          above if there was one.
        </p>
      )}
      {text('address', 'Place', 'With the area, as in “900 W Wilson Ave, Uptown”.')}
      {text('callback', 'Callback number')}
      <Combobox
        label="Call type"
        none="Not known"
        choices={(policy?.callTypes ?? []).map(({ code, label }) => ({
          id: code,
          label,
          detail: code,
        }))}
        value={draft.callType}
        onChoose={(callType) => change({ callType })}
      />
      {text('words', 'What the caller said')}
      <CardAnswers draft={draft} errorOf={errorOf} onAnswers={change} />
      <fieldset className="card-called">
        <legend>Police or EMS called by radio</legend>
        {(['police', 'ems'] as const).map((service) => (
          <label key={service}>
            <input
              type="checkbox"
              checked={draft[service]}
              onChange={(event) => change({ [service]: event.target.checked })}
            />
            {service === 'ems' ? 'EMS' : 'Police'}
          </label>
        ))}
        {(draft.police || draft.ems) && time('called', 'Called')}
      </fieldset>
      <CardSelect
        label="Who was decided to go"
        none="Nothing was decided yet"
        value={draft.response}
        choices={(policy?.responses ?? []).map(({ id, label }) => ({ id, label }))}
        onChoose={(response) => change({ response })}
      />
      {draft.response !== '' && (
        <>
          {time('decided', 'Decided')}
          {text('reason', 'Why, if it is not what the rules say')}
        </>
      )}
      {lessThanL3 && (
        <SecondPerson
          legend="Second person. Going below L3 takes two."
          needs="sign-second"
          draft={draft.second}
          onDraft={setSecond}
          onEnter={() => {}}
        />
      )}
      <CardUnits draft={draft} errorOf={errorOf} onUnits={(units) => change({ units })} />
      <div className="card-times">
        <CardSelect
          label="Clinician on the phone"
          none="Nobody"
          value={draft.clinician}
          choices={operators
            .filter(({ role }) => role === 'clinician')
            .map(({ operatorId, name }) => ({ id: operatorId, label: name }))}
          onChoose={(clinician) => change({ clinician })}
        />
        {draft.clinician !== '' && (
          <CardTime
            label="Took the call"
            value={draft.taken}
            draft={draft}
            error={errorOf('phone')}
            onTime={(taken) => change({ taken })}
          />
        )}
      </div>
      <CardSelect
        label="How it ended"
        none="It goes on: the incident stays open"
        value={draft.disposition}
        choices={DISPOSITIONS.map(({ code, label }) => ({ id: code, label }))}
        onChoose={(id) => change({ disposition: id as DispositionCode | '' })}
      />
      {draft.disposition !== '' && time('closed', 'Closed')}
      {text('note', 'Note', 'Everybody at dispatch reads it: no clinical text.')}
      <CardSelect
        label="Why no alternative response came, if none did"
        none="One came, or none was recommended"
        value={draft.unserved}
        choices={UNSERVED_REASONS.map(({ code, label }) => ({ id: code, label }))}
        onChoose={(id) => change({ unserved: id as UnservedCode | '' })}
      />
      {draft.unserved === 'other' && text('unservedNote', 'In a few words')}
      <Refused
        refusal={
          missing === null ? enter.refusal : { refused: missing.field, because: missing.says }
        }
      />
      <Button type="submit" tone="primary" aria-disabled={enter.busy}>
        Enter this card
      </Button>
    </form>
  );
}
