import type { LineReport, LineRunner, LineRunners, RunningLine } from './line-runner.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { IntakeLine } from '#shared/intake-line/intake-line.ts';
import type { LineSetting } from '#shared/intake-line/line-setting.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

interface Kept {
  /** What it runs with; a line that is set otherwise is stopped and started. */
  readonly setAs: string;
  readonly running: RunningLine | null;
}

/** Runs the lines that are switched on, as they are set, until it is stopped. Nothing is opened while none is. */
export function keepLines(desk: Desk, runners: LineRunners): { stop(): Promise<void> } {
  const kept = new Map<IntakeLineId, Kept>();
  // One change after the other: a port is free only when the line before has let go of it.
  let turn = Promise.resolve();
  let over = false;

  async function bring(): Promise<void> {
    // The desk is closed soon after: it is not asked any more.
    const lines = over ? [] : desk.intake.lines().filter(({ on }) => on);
    const wanted = new Map(lines.map((line) => [line.lineId, line]));
    const ending = [...kept].filter(([lineId, { setAs }]) => {
      const line = wanted.get(lineId);
      return line === undefined || setAsOf(line) !== setAs;
    });
    await Promise.all(
      ending.map(async ([lineId, { running }]) => {
        kept.delete(lineId);
        await running?.stop();
        if (!over) desk.intake.standings.isNow(lineId, { state: 'off' });
      }),
    );
    for (const line of wanted.values()) if (!kept.has(line.lineId) && !over) start(line);
  }

  function start(line: IntakeLine): void {
    desk.intake.standings.isNow(line.lineId, { state: 'starting' });
    const setAs = setAsOf(line);
    const report = reportOf(desk, line.lineId, () => kept.get(line.lineId)?.setAs === setAs);
    kept.set(line.lineId, { setAs, running: null });
    const runner = runners[line.setting.kind] as LineRunner<LineSetting> | undefined;
    if (runner === undefined)
      return report.failed('This version of CareDesk cannot run such a line. Update it.', null);
    kept.set(line.lineId, {
      setAs,
      running: runner({ line, setting: line.setting, desk, report }),
    });
  }

  const next = (): Promise<void> => {
    turn = turn.then(bring);
    return turn;
  };
  const unfollow = desk.intake.follow(() => void next());
  void next();
  return {
    stop: async () => {
      over = true;
      unfollow();
      await next();
    },
  };
}

function setAsOf({ name, setting }: IntakeLine): string {
  return canonicalJson({ name, setting });
}

/** A line that was stopped may still have something to say; of its state nobody wants to hear then. */
function reportOf(desk: Desk, lineId: IntakeLineId, runs: () => boolean): LineReport {
  const { standings } = desk.intake;
  const now = () => desk.now().toISOString();
  return {
    taking: (at) => {
      if (runs()) standings.isNow(lineId, { state: 'taking', since: now(), at });
    },
    failed: (because, again) => {
      const at = again === null ? null : again.toISOString();
      if (runs()) standings.isNow(lineId, { state: 'failed', since: now(), because, again: at });
    },
    took: (as) => standings.took(lineId, as, now()),
    refused: (delivery) => standings.refusedOne({ ...delivery, lineId, at: now() }),
    refusedUnnamed: (count) => standings.refusedMore(lineId, count),
  };
}
