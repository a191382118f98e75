import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { AUDIT_GROUP_LABELS, AUDIT_GROUPS, type AuditGroup } from '#shared/audit/audit-group.ts';
import type { AuditFilter, AuditStanding } from '#shared/audit/audit-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Field } from '../parts/field.tsx';
import { Keys } from '../parts/kbd.tsx';

/** The way to each field, for its key. */
export interface FilterFields {
  by(): void;
  group(): void;
  number(): void;
  days(): void;
}

const GROUPS = AUDIT_GROUPS.map((id) => ({ id, label: AUDIT_GROUP_LABELS[id] }));

/** Which entries to show: by whom, what, of which number, on which days. */
export function AuditFilterBar({
  filter,
  people,
  onFilter,
  onEnter,
  ref,
}: {
  readonly filter: AuditFilter;
  readonly people: AuditStanding['people'];
  readonly onFilter: (filter: AuditFilter) => void;
  /** On to the list. */
  readonly onEnter: () => void;
  readonly ref: Ref<FilterFields>;
}) {
  const by = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLInputElement>(null);
  const from = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    by: () => by.current?.focus(),
    group: () => group.current?.focus(),
    number: () => number.current?.focus(),
    days: () => from.current?.focus(),
  }));
  return (
    <div className="audit-filter" role="group" aria-label="Filter">
      <div className="audit-field">
        <Keys keys="b" />
        <Combobox
          ref={by}
          label="By whom"
          none="Everybody"
          choices={people.map(({ operatorId, name }) => ({ id: operatorId, label: name }))}
          value={filter.by}
          onEnter={onEnter}
          onChoose={(id) => onFilter({ ...filter, by: id as OperatorId | null })}
        />
      </div>
      <div className="audit-field">
        <Keys keys="w" />
        <Combobox
          ref={group}
          label="What"
          none="Everything"
          choices={GROUPS}
          value={filter.group}
          onEnter={onEnter}
          onChoose={(id) => onFilter({ ...filter, group: id as AuditGroup | null })}
        />
      </div>
      <div className="audit-field audit-number">
        <Keys keys="n" />
        <NumberField
          key={filter.number}
          inputRef={number}
          value={filter.number}
          onEnter={onEnter}
          onNumber={(of) => onFilter({ ...filter, number: of })}
        />
      </div>
      <div className="audit-field audit-days">
        <Keys keys="d" />
        <Day
          label="From"
          inputRef={from}
          value={filter.from}
          most={filter.to}
          onDay={(day) => onFilter({ ...filter, from: day })}
        />
        <Day
          label="To"
          value={filter.to}
          least={filter.from}
          onDay={(day) => onFilter({ ...filter, to: day })}
        />
      </div>
      <Button
        keys="x"
        aria-pressed={filter.failedOnly}
        onClick={() => onFilter({ ...filter, failedOnly: !filter.failedOnly })}
      >
        Failed only
      </Button>
    </div>
  );
}

/** Looked for when it is left or entered: every digit on the way is another number. */
function NumberField({
  value,
  onNumber,
  onEnter,
  inputRef,
}: {
  readonly value: number | null;
  readonly onNumber: (number: number | null) => void;
  readonly onEnter: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
}) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const take = () => {
    const number = /^[1-9]\d{0,8}$/u.test(text.trim()) ? Number(text) : null;
    if (number !== value) onNumber(number);
  };
  return (
    <Field label="Incident or call">
      {(wiring) => (
        <input
          {...wiring}
          ref={inputRef}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder="Number"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.stopPropagation();
            take();
            onEnter();
          }}
        />
      )}
    </Field>
  );
}

function Day({
  label,
  value,
  onDay,
  least,
  most,
  inputRef,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onDay: (day: string | null) => void;
  readonly least?: string | null;
  readonly most?: string | null;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          ref={inputRef}
          type="date"
          min={least ?? undefined}
          max={most ?? undefined}
          value={value ?? ''}
          onChange={({ target }) => {
            const day = target.value === '' ? null : target.value;
            const early = day !== null && least != null && day < least;
            const late = day !== null && most != null && day > most;
            if (!early && !late) onDay(day);
          }}
        />
      )}
    </Field>
  );
}
