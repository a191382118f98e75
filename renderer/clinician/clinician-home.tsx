import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { DueContacts } from '../contacts/due-contacts.tsx';
import { tell } from '../desk/ask.ts';
import { boardStore, useBoard } from '../desk/board-store.ts';
import { openSheet, select, useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { isTextField } from '../keys/places.ts';
import { MonitorPane } from '../monitor/monitor-pane.tsx';
import { MonitoredCall } from '../monitor/monitored-call.tsx';
import { useMonitored } from '../monitor/use-monitored.ts';
import { CallLists } from './call-lists.tsx';
import { callDomId } from './call-row.tsx';
import { Conversation } from './conversation.tsx';
import { isReady } from './offered-to-me.ts';
import { inOrder, phoneLists } from './phone-lists.ts';
import '../style/clinician.css';

/** The clinician's desk: who waits on the left, the conversation in the middle, questions on the right. */
export function ClinicianHome() {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const selected = useDesk((desk) => desk.selection?.id ?? null);
  const call = useBoard((board) => board.calls.get(selected ?? ''));
  const incidents = useBoard((board) => board.incidents);
  const ready = useBoard((board) => board.ready);
  const focus = useBoard((board) => board.focus);
  const there = useBoard((board) => me !== null && isReady(board, me));
  const left = useRef<HTMLDivElement>(null);
  const lists = useMemo(
    () => (me === null ? null : phoneLists(incidents.values(), me, there)),
    [incidents, me, there],
  );
  const mine: readonly string[] = useMemo(() => (lists === null ? [] : inOrder(lists)), [lists]);
  const monitored = useMonitored(mine);
  const order = useMemo(
    () => [...mine, ...monitored.shown.map(({ id }) => id)],
    [mine, monitored.shown],
  );

  function go(to: number) {
    const id = order[Math.min(order.length - 1, Math.max(0, to))];
    if (id === undefined) return;
    select({ kind: boardStore.getState().calls.has(id) ? 'call' : 'incident', id });
    document.getElementById(callDomId(id))?.scrollIntoView?.({ block: 'nearest' });
    followFocus(left.current, mine.includes(id) ? '.phone-lists' : '.monitor-list');
  }

  const view = focus !== null && focus.incidentId === selected ? focus : null;
  const at = order.findIndex((id) => id === selected);
  useActions({
    'phone.next': () => go(at + 1),
    'phone.previous': () => go(at < 0 ? 0 : at - 1),
    disposition: () => openSheet('disposition'),
    'phone.availability': () => openSheet('availability'),
    // The row is there before the whole incident is: nobody has to wait for it to take a waiting call.
    ...(view === null ? { 'phone.enter': () => takeOffered(selected) } : {}),
  });

  // Somebody to look at from the start, whatever the person before looked at. Later only the clinician
  // moves, never the board.
  const begun = useRef(false);
  useEffect(() => {
    const [first] = order;
    if (!ready || first === undefined || (begun.current && selected !== null)) return;
    begun.current = true;
    if (at < 0 || (mine.length > 0 && at >= mine.length)) selectFirstOf(first);
  }, [ready, selected, order, at, mine.length]);

  // A new call for me comes to whoever has nobody in hand; nobody is pulled away from a caller or a field.
  const offered = lists?.toMe[0] ?? null;
  const inHand = selected !== null && [...(lists?.mine ?? []), ...(lists?.toMe ?? [])].some(isIt);
  function isIt(id: string): boolean {
    return id === selected;
  }
  useEffect(() => {
    if (offered === null || inHand || isTextField(document.activeElement)) return undefined;
    // Its row is seen first: all that is known of it takes longer to draw.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => select({ kind: 'incident', id: offered }));
    });
    return () => cancelAnimationFrame(frame);
    // Only its coming moves the list; whoever then looks elsewhere stays there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [offered]);

  useEffect(() => left.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus(), []);

  // The conversation is drawn anew when it changes, and not whenever something on the board does.
  const upNext = useRef(order);
  useLayoutEffect(() => {
    upNext.current = order;
  });
  const onEnded = useCallback(
    () => goOn(upNext.current.filter((id) => id !== selected)),
    [selected],
  );

  if (me === null || lists === null) return null;
  return (
    <main className="clinician" data-place="clinician">
      <div ref={left} className="clinician-left">
        <CallLists lists={lists} order={mine} selected={selected} />
        <MonitorPane
          monitored={monitored}
          selected={selected}
          before={mine.length}
          total={order.length}
        />
        <DueContacts />
      </div>
      {call !== undefined ? (
        <MonitoredCall key={call.callId} call={call} />
      ) : view === null ? (
        <NobodyYet waiting={lists.toMe.length + lists.waiting.length} />
      ) : (
        <Conversation key={view.incidentId} view={view} me={me} onEnded={onEnded} />
      )}
    </main>
  );
}

function selectFirstOf(id: string): void {
  select({ kind: boardStore.getState().calls.has(id) ? 'call' : 'incident', id });
}

/** The keyboard goes along from one list to the other: a screen reader hears the row that is selected. */
function followFocus(column: HTMLElement | null, list: string): void {
  const focused = document.activeElement;
  if (focused?.getAttribute('role') !== 'listbox' || column?.contains(focused) !== true) return;
  column.querySelector<HTMLElement>(list)?.focus();
}

function takeOffered(selected: string | null): void | false {
  const row = boardStore.getState().incidents.get(selected ?? '');
  if (row?.phone !== 'offered') return false;
  void tell('phone.take', { incidentId: row.incidentId });
}

/** After a call has ended, the next one to look at; the list has the keyboard again. */
function goOn(order: readonly string[]): void {
  const [next] = order;
  if (next === undefined) select(null);
  else selectFirstOf(next);
  document.querySelector<HTMLElement>('.clinician-left [role="listbox"]')?.focus();
}

function NobodyYet({ waiting }: { readonly waiting: number }) {
  return (
    <section className="conversation-empty" aria-label="Conversation">
      <h2>Nobody is on the line.</h2>
      <p>
        {waiting === 0
          ? 'When a dispatcher decides for a clinician by phone, one clinician is asked; a call for you appears on the left with a sound. h says whether you are there for calls.'
          : 'Choose a call on the left with j and k; Enter takes it.'}
      </p>
    </section>
  );
}
