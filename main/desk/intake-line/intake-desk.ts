import type { LineStandings } from './line-standings.ts';
import type { DeskCore } from '../desk-core.ts';
import { intakeLines } from '#db/board/intake-lines-projection.ts';
import type { IntakeLine } from '#shared/intake-line/intake-line.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

/** What the desk has for whatever runs its intake lines. */
export interface IntakeDesk {
  lines(): readonly IntakeLine[];
  /** Where a line says how it stands. */
  readonly standings: LineStandings;
  /** Called after every commit that changed a line; returns the way to stop. */
  follow(changed: () => void): () => void;
}

export function intakeDesk(core: DeskCore): IntakeDesk {
  return {
    lines: () => intakeLines(core.db),
    standings: core.lineStandings,
    follow: (changed) =>
      core.subscribe((_patch, entries) => {
        if (entries.some(changesLine)) changed();
      }),
  };
}

function changesLine({ event }: Entry): boolean {
  return event.type === 'intake-line.set' || event.type === 'intake-line.removed';
}
