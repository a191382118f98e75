import { openBoard, type LargeBoard } from '../center/large-board.ts';
import { newPair, type Bench, type Measure } from '../measure.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { changeUnit } from '../window/board-change.ts';
import type { ElectronWindow } from '../window/electron-window.ts';
import { signedOn } from '../window/signed-on.ts';

const LARGE: LargeBoard = { units: 150, open: 1_000, waiting: 0 };
const SMALL: LargeBoard = { units: 10, open: 20, waiting: 0 };
const SAMPLES = 120;
const WARM_UP = 12;

/**
 * A unit on its way reports that it waits near the scene, and that it goes on, from the command to its
 * row on the board; large board beside small. The first figures stop at the document, because the
 * screen's own rhythm would make any two of them alike; those with the screen have the same budget.
 */
export const measure: Measure = {
  name: 'status-change',
  unit: 'ms',
  better: 'smaller',
  budget: 1.5,
  take: async (bench) => {
    const inDocument = newPair();
    const onScreen = newPair();
    const rooms = [
      { side: 'value', room: await openRoom('large', LARGE, bench) },
      { side: 'baseline', room: await openRoom('small', SMALL, bench) },
    ] as const;
    try {
      for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
        for (const { side, room } of rooms) {
          const seen = await report(room, sample + WARM_UP);
          if (sample < 0) continue;
          inDocument[side].push(seen.inDocument);
          onScreen[side].push(seen.painted);
        }
      }
    } finally {
      await Promise.all(rooms.map(({ room }) => room.window.quit()));
    }
    return { ...inDocument, also: { onScreen: { ...onScreen, budget: 1.5 } } };
  },
};

interface Room {
  readonly window: ElectronWindow;
  /** Out, and in sight. */
  readonly units: readonly UnitId[];
}

async function openRoom(name: string, board: LargeBoard, bench: Bench): Promise<Room> {
  const folder = bench.folder(name);
  const { out } = openBoard(folder, board);
  const window = await signedOn(folder);
  const drawn = await window.run<string[]>(
    `[...document.querySelectorAll('.unit-list [role="option"]')].map(({ id }) => id)`,
  );
  const units = out.filter((unitId) => drawn.includes(`unit-${unitId}`)).slice(0, 3);
  if (units.length === 0) throw new Error(`No unit of ${out.join(', ')} is in sight.`);
  return { window, units };
}

/** One unit after the other, each of them staged and en route in turn. */
function report({ window, units }: Room, sample: number) {
  const unitId = units[sample % units.length] as UnitId;
  const staged = Math.floor(sample / units.length) % 2 === 0;
  const change = { unitId, status: staged ? 'staged' : 'en-route' };
  return changeUnit(
    window,
    { topic: 'unit.set-status', input: change },
    { unitId, says: staged ? 'Staged' : 'En route' },
  );
}
