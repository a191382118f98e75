import type { KeyboardEvent } from 'react';
import { runAction } from '../keys/actions.ts';
import { MONITOR_FILTERS, type MonitorFilter } from './monitor-entries.ts';
import { MonitorList } from './monitor-list.tsx';
import { filterBy, findTyped, useMonitor } from './monitor-store.ts';
import type { Monitored } from './use-monitored.ts';
import './monitor.css';

const LABELS: Readonly<Record<MonitorFilter, string>> = {
  nexus: 'All',
  police: 'Police',
  team: 'Team',
  held: 'Held',
  calls: 'Calls',
  'no-sign': 'Other',
};

const SAYS: Readonly<Record<MonitorFilter, string>> = {
  nexus: 'Every open incident and waiting call that may be about mental health or substance use.',
  police: 'Those that police is on, or was decided for.',
  team: 'Those that a team is on, or was decided for.',
  held: 'Those that are held.',
  calls: 'Calls that nobody has answered yet.',
  'no-sign': 'Everything else that is open: nothing points to mental health or substance use.',
};

/** Everything a clinician may want to follow, whoever handles it. */
export function MonitorPane({
  monitored,
  selected,
  before,
  total,
}: {
  readonly monitored: Monitored;
  readonly selected: string | null;
  /** How many stand above it in the column, and how many there are in all. */
  readonly before: number;
  readonly total: number;
}) {
  const filter = useMonitor((monitor) => monitor.filter);
  const typed = useMonitor((monitor) => monitor.typed);
  const { shown, counts } = monitored;
  return (
    <section role="group" aria-label="Monitor" className="monitor">
      <header className="monitor-head">
        <div className="phone-list-title">
          Monitor <span className="phone-list-count">{counts.nexus}</span>
        </div>
        <div className="monitor-filters" role="group" aria-label="Which">
          {MONITOR_FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              className="monitor-filter"
              aria-pressed={each === filter}
              title={SAYS[each]}
              onClick={() => filterBy(each)}
            >
              {LABELS[each]} <span className="phone-list-count">{counts[each]}</span>
            </button>
          ))}
        </div>
        <input
          type="search"
          className="monitor-find"
          aria-label="Find among them"
          placeholder="Number, place, unit, reason…"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={100}
          value={typed}
          onChange={(event) => findTyped(event.target.value)}
          onKeyDown={moveOn}
        />
      </header>
      {shown.length === 0 ? (
        <p className="monitor-none">
          {typed.trim() === '' ? `${SAYS[filter]} None now.` : `Nothing here fits “${typed}”.`}
        </p>
      ) : (
        <MonitorList
          // Another list begins at its top.
          key={`${filter} ${typed}`}
          shown={shown}
          selected={selected}
          before={before}
          total={total}
        />
      )}
    </section>
  );
}

/** From the field the arrows move through what was found; the letters belong to the field. */
function moveOn(event: KeyboardEvent<HTMLInputElement>): void {
  const action = { ArrowDown: 'phone.next', ArrowUp: 'phone.previous' }[event.key];
  if (action === undefined || event.altKey) return;
  event.preventDefault();
  runAction(action);
}
