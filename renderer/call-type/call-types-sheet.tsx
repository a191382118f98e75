import { useEffect, useRef, useState } from 'react';
import type { CallTypesView, TypeStringLine } from '#shared/call-type/call-types-view.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { AcceptSure } from './accept-sure.tsx';
import { StringDetail } from './string-detail.tsx';
import { StringLine } from './string-line.tsx';
import {
  FILTER_WORDS,
  FILTERS,
  isIn,
  NEXUS_WORDS,
  number,
  summary,
  type StringFilter,
} from './string-words.ts';
import { TableTools } from './table-tools.tsx';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import './call-types.css';

const ROW = 48;

/** What other systems’ words for a call type mean here: the most frequent first, and a person says so. */
export function CallTypesSheet() {
  const { view, refused, look: reload } = useAsked('call-types.view', NOTHING);
  return (
    <Sheet wide title="Call types" subtitle={view === null ? undefined : summary(view)}>
      {refused !== null && <p role="alert">{refused}</p>}
      {view !== null &&
        (view.lines.length === 0 ? (
          <>
            <p className="sheet-empty">
              The type strings of calls that were imported or handed over stand here, the most
              frequent first, each with what it means or may mean. A person says so once, and every
              later call with the same words has that type.
            </p>
            <TableTools table={view.table} onChanged={reload} />
          </>
        ) : (
          <Review view={view} reload={reload} />
        ))}
    </Sheet>
  );
}

function Review({ view, reload }: { readonly view: CallTypesView; readonly reload: () => void }) {
  const callTypes = useDesk((desk) => desk.policy?.callTypes);
  const [filter, setFilter] = useState<StringFilter>('open');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const review = useCommand('call-types.review');
  const withdraw = useCommand('call-types.withdraw');
  const list = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const choices = (callTypes ?? []).map(({ code, label }) => ({ id: code, label, detail: code }));
  const label = (code: string) => choices.find(({ id }) => id === code)?.label ?? code;
  const sought = typed.trim().toLowerCase();
  const lines = view.lines.filter(
    (line) => isIn(filter, line) && line.raw.toLowerCase().includes(sought),
  );
  const found = lines.findIndex(({ raw }) => raw === chosen);
  // A reviewed one leaves the list: the next of them stands in its place.
  const [last, setLast] = useState(0);
  const at = found >= 0 ? found : Math.min(last, lines.length - 1);
  const now: TypeStringLine | undefined = lines[at];
  const sure = lines.filter(({ proposal }) => proposal?.confidence === 'sure');

  // The strings come after the sheet: the list takes the focus the sheet could not give.
  useEffect(focusList, []);

  function go(to: number) {
    const place = Math.min(lines.length - 1, Math.max(0, to));
    setLast(place);
    setChosen(lines[place]?.raw ?? null);
    review.forget();
    withdraw.forget();
  }
  function focusList() {
    list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }
  async function mean(callType: string | null) {
    if (now === undefined) return;
    const { raw } = now;
    setLast(at);
    if ((await review.give({ lines: [{ raw, callType }] })) === null) return;
    if (filter === 'open') setChosen(lines[at + 1]?.raw ?? null);
    reload();
    focusList();
  }
  async function takeBack() {
    if (now?.state !== 'reviewed') return;
    if ((await withdraw.give({ raws: [now.raw] })) !== null) reload();
  }
  async function acceptSure() {
    const given = sure.flatMap(({ raw, proposal }) =>
      proposal === null ? [] : [{ raw, callType: proposal.callType }],
    );
    if ((await review.give({ lines: given })) === null) return;
    setAsking(false);
    say({ tone: 'done', text: `${number(given.length)} strings reviewed.`, cause: null });
    reload();
    focusList();
  }
  function show(to: StringFilter) {
    setFilter(to);
    setChosen(null);
    setLast(0);
  }

  const proposed = now?.proposal?.callType ?? null;
  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(lines.length - 1),
    PageDown: () => go(at + 10),
    PageUp: () => go(at - 10),
    o: () => chooser.current?.focus(),
    x: () => void mean(null),
    f: () => search.current?.focus(),
    b: () => setAsking(sure.length > 0),
    Backspace: () => void takeBack(),
    ...Object.fromEntries(FILTERS.map((each, i) => [String(i + 1), () => show(each)])),
  };
  const { byNexus } = view.totals;
  return (
    <KeyScope keys={keys}>
      <div className="call-types">
        <p className="string-totals">
          {(['behavioral', 'possible', 'none', 'unmapped'] as const).map((each) => (
            <span key={each}>
              <b>{number(byNexus[each])}</b> {NEXUS_WORDS[each]}
            </span>
          ))}
        </p>
        <div className="string-filters">
          <div role="group" aria-label="Which strings">
            {FILTERS.map((each, i) => (
              <Button
                key={each}
                tone="quiet"
                keys={String(i + 1)}
                aria-pressed={filter === each}
                onClick={() => show(each)}
              >
                {FILTER_WORDS[each]} {number(view.lines.filter((line) => isIn(each, line)).length)}
              </Button>
            ))}
          </div>
          <TextField
            ref={search}
            label="Words in it (f)"
            value={typed}
            maxLength={80}
            onText={setTyped}
            onKeyDown={(event) => {
              if (event.key === 'Enter') focusList();
            }}
          />
        </div>
        {/* Enter is the list’s own: on a button it presses that button. */}
        <div
          ref={list}
          className="string-frame"
          role="presentation"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.repeat || proposed === null) return;
            event.preventDefault();
            event.stopPropagation();
            void mean(proposed);
          }}
        >
          <VirtualListbox
            className="string-list"
            label="Type strings, the most frequent first"
            count={lines.length}
            selected={now?.raw ?? null}
            at={at}
            domId={() => domId(at)}
            keyOf={(index) => lines[index]?.raw ?? String(index)}
            heightOf={() => ROW}
            overscan={12}
            tall={360}
            row={(index) => {
              const line = lines[index];
              return line === undefined ? null : (
                <StringLine
                  id={domId(index)}
                  line={line}
                  label={label}
                  position={index + 1}
                  total={lines.length}
                  selected={index === at}
                  onChoose={() => go(index)}
                />
              );
            }}
          />
          {lines.length === 0 && (
            <p className="sheet-empty">
              {sought === '' && filter === 'open'
                ? 'Every string has been given a meaning.'
                : 'No string is like that.'}
            </p>
          )}
        </div>
        {view.further > 0 && (
          <p className="field-hint">
            and {number(view.further)} further strings, each with fewer calls;{' '}
            <code>desk call-types</code> lists them
          </p>
        )}
        <Refused refusal={review.refusal ?? withdraw.refusal} />
        {asking ? (
          <AcceptSure
            lines={sure}
            label={label}
            busy={review.busy}
            onAccept={() => void acceptSure()}
            onBack={() => {
              setAsking(false);
              focusList();
            }}
          />
        ) : (
          now !== undefined && (
            <StringDetail
              key={now.raw}
              line={now}
              version={view.version}
              choices={choices}
              label={label}
              chooser={chooser}
              onReview={(callType) => void mean(callType)}
              onWithdraw={() => void takeBack()}
              onLeave={focusList}
            />
          )
        )}
        <div className="string-foot">
          {!asking && sure.length > 0 && (
            <Button keys="b" onClick={() => setAsking(true)}>
              Accept the {number(sure.length)} sure ones
            </Button>
          )}
          <p className="field-hint">
            <Keys keys="j" /> <Keys keys="k" /> move. A proposal has no effect before a person took
            it. Calls imported before get their type when their file is imported again.
          </p>
        </div>
        <TableTools table={view.table} onChanged={reload} />
      </div>
    </KeyScope>
  );
}

function domId(index: number): string {
  return `type-string-${index}`;
}
