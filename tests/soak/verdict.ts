import { FIGURE_NAMES, FIGURES, type FigureName, type GrowthFigure } from './figures.ts';
import { WARM_UP_DAYS } from './samples.ts';

/** A shorter run has too few looks once it is warm to tell a slope from noise. */
const JUDGED_FROM_DAYS = WARM_UP_DAYS + 2;
/** With so many calls waiting most of the time, the simulated colleagues stand still and nothing moves any more. */
const MOST_WAITING = 60;

export interface Happened {
  readonly days: number;
  readonly growth: Readonly<Record<FigureName, GrowthFigure>>;
  readonly acts: Readonly<Record<string, { readonly tried: number; readonly done: number }>>;
  /** Entries of the journal by type. */
  readonly entriesByType: Readonly<Record<string, number>>;
  /** What was said of copies that failed. */
  readonly copyFailures: readonly string[];
  /** Calls that waited at the middle one of the looks. */
  readonly waiting: number;
}

export interface Verdict {
  readonly ok: boolean;
  /** Whether the run was long enough for slopes; what was to happen is asked of each. */
  readonly judged: boolean;
  readonly bounds: readonly {
    readonly figure: FigureName;
    readonly aDay: number;
    readonly most: number;
    readonly ok: boolean;
  }[];
  /** In words; empty when nothing is wrong. */
  readonly wrong: readonly string[];
}

/** Whether the console may go on like this: nothing grows that must not, and what was to happen did. */
export function judge(happened: Happened): Verdict {
  const { days, growth, acts, entriesByType, copyFailures, waiting } = happened;
  const judged = days >= JUDGED_FROM_DAYS && waiting <= MOST_WAITING;
  const bounds = FIGURE_NAMES.flatMap((figure) => {
    const { most } = FIGURES[figure];
    const { aDay } = growth[figure];
    return most === null ? [] : [{ figure, aDay, most, ok: aDay <= most }];
  });
  const grown = bounds
    .filter(({ ok }) => judged && !ok)
    .map(({ figure, aDay, most }) => {
      const unit = FIGURES[figure].unit === '' ? '' : ` ${FIGURES[figure].unit}`;
      return `${FIGURES[figure].label} grows by ${aDay}${unit} a day; at most ${most}${unit} is noise.`;
    });
  const undone = Object.entries(acts)
    .filter(([, { done }]) => done === 0)
    .map(([name, { tried }]) => `“${name}” was tried ${tried} times and never done.`);
  const written = (type: string) => entriesByType[type] ?? 0;
  const made = written('copy.made');
  const jumps = written('clock.jumped');
  const wrong = [
    ...grown,
    ...undone,
    ...(made < Math.floor(days) ? [`Only ${made} copies were made in ${days} days.`] : []),
    ...copyFailures.map((because) => `A copy failed: ${because}`),
    ...(waiting > MOST_WAITING
      ? [`${waiting} calls waited most of the time: this machine is too busy for this speed.`]
      : []),
    // Then the soak's own clock is wrong, and the console lives in an emergency all the time.
    ...(jumps > 0 ? [`The console believes that its clock jumped ${jumps} times.`] : []),
  ];
  return { ok: wrong.length === 0, judged, bounds, wrong };
}
