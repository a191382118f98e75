import type { Desk } from '#main/desk/desk.ts';
import type { TakenAs } from '#main/desk/intake-line/line-standings.ts';
import type { IntakeLine } from '#shared/intake-line/intake-line.ts';
import type { LineSetting } from '#shared/intake-line/line-setting.ts';

/** Where a running line says how it stands and what came of each delivery. It may do so at any time, also when stopped. */
export interface LineReport {
  /** It takes deliveries now; `at` says where: “127.0.0.1:8911”. */
  taking(at: string): void;
  /** It takes none. `because` is a sentence that says what to do; `again` when it will be tried by itself. */
  failed(because: string, again: Date | null): void;
  took(as: TakenAs): void;
  /** `from`: the address or the file; `reason`: the code of the refusal. Nothing of what was in it. */
  refused(delivery: { from: string; bytes: number | null; reason: string }): void;
  /** So many more, which nobody can look at. */
  refusedUnnamed(count: number): void;
}

export interface LineToRun<Setting extends LineSetting> {
  /** Of the line and its present setting: both change only by a restart. */
  readonly line: IntakeLine;
  readonly setting: Setting;
  readonly desk: Desk;
  readonly report: LineReport;
}

/** A line that runs. It keeps itself alive: what can pass by itself it tries again. */
export interface RunningLine {
  /** Takes nothing more, and resolves once what it held open is closed: the next one may need the port. */
  stop(): Promise<void>;
}

/** Starts one kind of line. Returns at once and never throws: what fails is reported. */
export type LineRunner<Setting extends LineSetting> = (run: LineToRun<Setting>) => RunningLine;

export type LineRunners = {
  readonly [Kind in LineSetting['kind']]?: LineRunner<Extract<LineSetting, { kind: Kind }>>;
};
