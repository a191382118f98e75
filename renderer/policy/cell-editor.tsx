import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useActions } from '../keys/actions.ts';
import { Combobox } from '../parts/combobox.tsx';
import { valueAt, withValue } from './document-path.ts';
import type { CellKind, GridCell } from './grid-cell.ts';
import { moveFocus } from './grid-focus.ts';
import { dropEditor, edit, leaveEditor, useWorkshop } from './workshop-store.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';

/** The editor of the open cell: in the cell itself, or under its row. */
export function CellEditor({ cell, name }: { readonly cell: GridCell; readonly name: string }) {
  const { kind } = cell;
  const label = `${cell.label} of ${name}`;
  switch (kind.by) {
    case 'text':
    case 'number':
    case 'date':
      return <TextEditor cell={cell} kind={kind} label={label} />;
    case 'choice':
      return <ChoiceEditor cell={cell} kind={kind} label={label} />;
    case 'below':
      return <EditorBelow label={label}>{kind.editor()}</EditorBelow>;
    case 'switch':
    case 'nothing':
      return null;
  }
}

type Typed = Extract<CellKind, { by: 'text' | 'number' | 'date' }>;

/** Enter and leaving keep what was typed, Escape does not. Tab goes on to the cell beside it. */
function TextEditor({
  cell,
  kind,
  label,
}: {
  readonly cell: GridCell;
  readonly kind: Typed;
  readonly label: string;
}) {
  const before = cell.value === null || cell.value === undefined ? '' : String(cell.value);
  const form = { subject: 'policy', form: 'cell' };
  const [text, setText] = useTyped(form, cell.path.join('.'), before);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const done = useRef(false);
  useActions({
    escape: () => {
      done.current = true;
      forgetForm(form);
      leaveEditor();
    },
  });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function keep() {
    if (done.current) return;
    done.current = true;
    forgetForm(form);
    if (text !== before) edit((policy) => withValue(policy, cell.path, readTyped(text, kind)));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    keep();
    const table = field.current?.closest('table') ?? null;
    leaveEditor();
    if (event.key === 'Tab')
      requestAnimationFrame(() => moveFocus(table, event.shiftKey ? 'ArrowLeft' : 'ArrowRight'));
  }
  const wiring = {
    ref: field,
    'aria-label': label,
    value: text,
    dir: 'auto',
    spellCheck: kind.by === 'text',
    autoComplete: 'off',
    onKeyDown,
    onBlur: () => {
      keep();
      dropEditor();
    },
  } as const;
  if (kind.by === 'text')
    return (
      <textarea
        rows={1}
        placeholder={kind.none}
        {...wiring}
        onChange={(event) => setText(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
      />
    );
  return (
    <input
      type={kind.by === 'date' ? 'date' : 'text'}
      inputMode={kind.by === 'number' ? 'numeric' : undefined}
      placeholder={kind.none ?? undefined}
      {...wiring}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

/** What is no number stays as it was typed: main then says what is wrong with it, and nothing is lost. */
function readTyped(text: string, kind: Typed): unknown {
  const typed = text.trim();
  if (kind.by === 'text') return typed === '' && kind.none !== undefined ? null : typed;
  if (typed === '') {
    if (kind.by === 'number' && kind.absent) return undefined;
    return kind.none === null ? '' : null;
  }
  if (kind.by === 'date') return typed;
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
}

const NONE = '(none)';

function ChoiceEditor({
  cell,
  kind,
  label,
}: {
  readonly cell: GridCell;
  readonly kind: Extract<CellKind, { by: 'choice' }>;
  readonly label: string;
}) {
  const field = useRef<HTMLInputElement>(null);
  useActions({ escape: leaveEditor });
  useEffect(() => field.current?.focus(), []);
  const { absent } = kind;
  const choices =
    absent === undefined ? kind.choices : [{ id: NONE, label: absent.label }, ...kind.choices];
  const chosen = typeof cell.value === 'string' ? cell.value : absent === undefined ? null : NONE;

  function choose(id: string | null) {
    const empty = id === null || id === NONE;
    if (empty && absent === undefined) return;
    edit((policy) => {
      const next = empty ? absent?.value : id;
      return valueAt(policy, cell.path) === next ? policy : withValue(policy, cell.path, next);
    });
    leaveEditor();
  }
  return (
    <div className="grid-choice" onBlur={(event) => leftBehind(event, dropEditor)}>
      <Combobox
        ref={field}
        label={label}
        none={absent?.label ?? 'Type to choose'}
        choices={choices}
        value={chosen}
        onChoose={choose}
        onEnter={leaveEditor}
      />
    </div>
  );
}

/** True focus loss only: the list of a type-ahead field lies outside of it in the page. */
function leftBehind(event: FocusEvent<HTMLElement>, then: () => void): void {
  const to = event.relatedTarget;
  if (to instanceof Node && !event.currentTarget.contains(to)) then();
}

function EditorBelow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const adding = useWorkshop((state) => state.cell?.add === true);
  useActions({ escape: leaveEditor });
  useEffect(() => {
    const editor = frame.current;
    const first =
      (adding ? editor?.querySelector<HTMLElement>('[data-add] input') : null) ??
      editor?.querySelector<HTMLElement>('input, button');
    first?.focus();
    editor?.scrollIntoView?.({ block: 'nearest' });
  }, [adding]);
  return (
    <div ref={frame} className="editor-below" role="group" aria-label={label}>
      {children}
    </div>
  );
}
