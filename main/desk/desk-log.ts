/** One line per topic. Never an input: what callers say does not belong in a log. */
export interface LogLine {
  readonly topic: string;
  readonly ms: number;
  readonly outcome: string;
  readonly operator: string | null;
  /** What may be logged of a defect; null for every expected answer. */
  readonly defect: string | null;
}

export type DeskLog = (line: LogLine) => void;

/** Slower than this is slower than a frame or two: somebody should look at it. */
const SLOW_MS = 40;

/** Writes only what somebody should look at: defects and slow answers. */
export function quietLog({ topic, ms, outcome, operator, defect }: LogLine): void {
  if (defect === null && ms <= SLOW_MS) return;
  process.stderr.write(`desk ${topic} ${outcome} ${ms.toFixed(0)} ms ${operator ?? '-'}\n`);
  if (defect !== null) process.stderr.write(`${defect}\n`);
}
