import { useState } from 'react';
import type { FoundLine } from '#shared/contract/answers.ts';
import {
  closeSheet,
  deskStore,
  select,
  selectUnit,
  setScreen,
  type Selection,
} from '../desk/desk-store.ts';
import { runAction } from '../keys/actions.ts';
import { Sheet } from '../parts/sheet.tsx';
import { PickList } from './pick-list.tsx';
import { useFound } from './use-found.ts';

const SECTIONS: Readonly<Record<FoundLine['kind'], string>> = {
  call: 'Waiting calls',
  incident: 'Incidents',
  unit: 'Units',
  'past-call': 'Past calls',
};
const ORDER = Object.keys(SECTIONS);

/** One field for everything: a number, a street, a call sign, a word the caller said. */
export function FindSheet() {
  const [typed, setTyped] = useState('');
  const [past, setPast] = useState<FoundLine | null>(null);
  const { lines, state, because } = useFound(typed);
  const sorted = lines.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

  function go(pickId: string) {
    const line = sorted.find((each) => keyOf(each) === pickId);
    if (line === undefined) return;
    if (line.kind === 'past-call') setPast(line);
    else goTo(line);
  }

  return (
    <Sheet title="Find" wide>
      <PickList
        label="Find anything"
        hint="A number, a street, a call sign, a name. Enter goes there."
        picks={sorted.map((line) => ({
          id: keyOf(line),
          title: line.title,
          detail: line.detail,
          section: SECTIONS[line.kind],
        }))}
        text={typed}
        onText={setTyped}
        onPick={({ id }) => go(id)}
        empty={
          typed.trim() === ''
            ? 'Type to search calls, incidents, units and past calls.'
            : state === 'answered'
              ? (because ?? `Nothing matches “${typed}”.`)
              : 'Searching…'
        }
      />
      {past !== null && (
        <section className="past-call" aria-label="The past call" aria-live="polite">
          <h3 dir="auto">{past.title}</h3>
          <p dir="auto">{past.detail}</p>
        </section>
      )}
    </Sheet>
  );
}

const keyOf = (line: FoundLine) => `${line.kind} ${line.id}`;

function goTo({ kind, id }: FoundLine): void {
  closeSheet();
  const { screen } = deskStore.getState();
  if (kind === 'unit') selectUnit(id);
  else select({ kind, id } as Selection);
  // A clinician stays at the own desk: it shows any incident.
  if (kind === 'incident' && screen === 'clinician') return;
  if (screen !== 'dispatch') setScreen('dispatch');
  const go = { unit: 'go.board', call: 'go.queue' }[kind as 'unit' | 'call'] ?? 'go.incident';
  // After the closing sheet has given the focus back.
  setTimeout(() => runAction(go));
}
