import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CallBehind } from '#shared/outcomes/outcome-figures.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { closeSheet } from '../desk/desk-store.ts';
import { openIncident } from '../keys/open-incident.ts';
import { Sheet } from '../parts/sheet.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { CallBehindLine, callBehindId } from './call-behind-line.tsx';
import { useOutcomes } from './outcomes-store.ts';
import { PastCallCard } from './past-call-card.tsx';
import type { Behind } from './show-calls.ts';
import { written } from './shares.ts';
import { useCallsBehind } from './use-calls-behind.ts';
import '../style/figure-calls.css';

/** The calls behind a figure. `Enter` opens an incident; of an imported call it shows what the export said. */
export function FigureCallsSheet() {
  const behind = useOutcomes((outcomes) => outcomes.behind);
  return behind === null ? null : <Calls behind={behind} />;
}

const PAGE = 10;
const HEIGHT = 52;

function Calls({ behind }: { readonly behind: Behind }) {
  const { total, refused, callAt, want } = useCallsBehind(behind);
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<CallBehind | null>(null);
  const count = total ?? 0;
  const frame = useRef<HTMLDivElement>(null);
  // The list comes after the sheet: unless somebody went elsewhere meanwhile, the keys are for it.
  useEffect(() => {
    if (count === 0 || document.activeElement?.closest('.sheet') == null) return;
    frame.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, [count]);

  function open(call: CallBehind | undefined) {
    if (call === undefined) return;
    if (call.source === 'import') return setOpened(call);
    closeSheet();
    openIncident(call.id as IncidentId);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) setAt(Math.min(count - 1, Math.max(0, step(at, count))));
    else if (event.key === 'Enter' && !event.repeat) open(callAt(at));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Sheet
      title={behind.title}
      subtitle={total === null ? 'Looking for the calls…' : words(total)}
      wide
    >
      {refused !== null && <p role="alert">{refused}</p>}
      {total === 0 && <p className="sheet-empty">No call is behind this figure.</p>}
      {count > 0 && (
        <div ref={frame} className="figure-calls" role="presentation" onKeyDown={onKeyDown}>
          <VirtualListbox
            className="figure-calls-list"
            label={`${behind.title}: ${words(count)}`}
            count={count}
            selected={String(at)}
            at={at}
            domId={callBehindId}
            keyOf={String}
            heightOf={() => HEIGHT}
            overscan={8}
            tall={600}
            row={(index) => (
              <CallBehindLine
                call={callAt(index)}
                at={index}
                total={count}
                selected={index === at}
                onWant={want}
                onSelect={setAt}
                onOpen={open}
              />
            )}
          />
        </div>
      )}
      {opened !== null && <PastCallCard call={opened} />}
    </Sheet>
  );
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  j: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  k: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

function words(count: number): string {
  return `${written(count)} ${count === 1 ? 'call' : 'calls'}, newest first`;
}
