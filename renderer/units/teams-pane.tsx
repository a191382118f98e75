import { useMemo, useState } from 'react';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { AddUnit } from './add-unit.tsx';
import { groupUnits, type UnitGroup } from './unit-groups.ts';
import { UnitList } from './unit-list.tsx';
import '../style/teams.css';

/** Who can go, who is out, and why the others cannot: the right-hand column of the dispatcher. */
export function TeamsPane() {
  const units = useBoard((board) => board.units);
  const ready = useBoard((board) => board.ready);
  const keepsRoster = useDesk((desk) => {
    const role = desk.hello?.session?.role;
    return role !== undefined && may(role, 'keep-roster');
  });
  const [adding, setAdding] = useState(false);
  const groups = useMemo(() => groupUnits(units.values()), [units]);

  return (
    <section className="teams pane" data-pane="teams" aria-labelledby="teams-title">
      <header className="teams-head pane-head">
        <h2 id="teams-title">Teams</h2>
        <p>{summary(groups)}</p>
      </header>
      {adding ? (
        <AddUnit onDone={() => setAdding(false)} />
      ) : groups.length > 0 ? (
        <UnitList groups={groups} />
      ) : (
        ready && <NoUnits keepsRoster={keepsRoster} />
      )}
      {keepsRoster && !adding && (
        <footer className="teams-foot">
          <Button tone="quiet" onClick={() => setAdding(true)}>
            Add a unit
          </Button>
        </footer>
      )}
    </section>
  );
}

function NoUnits({ keepsRoster }: { readonly keepsRoster: boolean }) {
  return (
    <div className="teach">
      <p>No units yet. Every team that can be sent appears here, with its crew and its status.</p>
      <p>
        {keepsRoster
          ? 'Add the first one below. It starts off duty: select it and press s to put it on duty.'
          : 'A supervisor adds units to the roster. They start off duty and appear here at once.'}
      </p>
      <p>
        Police and EMS can still be asked for at any time with p: the zone is then called by radio.
      </p>
    </div>
  );
}

/** "4 can go · 3 out · 2 short": what a glance at the pane should say first. */
function summary(groups: readonly UnitGroup[]): string {
  const total = { free: 0, busy: 0, short: 0, off: 0 };
  for (const { counts } of groups) {
    total.free += counts.free;
    total.busy += counts.busy;
    total.short += counts.short;
    total.off += counts.off;
  }
  const said = [
    `${total.free} can go`,
    total.busy > 0 ? `${total.busy} out` : '',
    total.short > 0 ? `${total.short} short` : '',
    total.off > 0 ? `${total.off} off` : '',
  ];
  return groups.length === 0 ? '' : said.filter((each) => each !== '').join(' · ');
}
