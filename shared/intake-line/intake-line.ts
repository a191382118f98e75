import type { LineSetting } from './line-setting.ts';
import type { IntakeLineId, OperatorId } from '../lib/brand.ts';

export type IntakeLineEvent =
  | {
      readonly type: 'intake-line.set';
      readonly lineId: IntakeLineId;
      readonly name: string;
      readonly on: boolean;
      readonly setting: LineSetting;
    }
  | { readonly type: 'intake-line.removed'; readonly lineId: IntakeLineId }
  /** Somebody tried to get in without the token or a certificate. Gathered over some minutes: a flood is one line. */
  | {
      readonly type: 'intake-line.access-refused';
      readonly lineId: IntakeLineId;
      readonly attempts: number;
      /** Some of the addresses they came from. */
      readonly from: readonly string[];
      /** When the first of them was made. */
      readonly since: string;
    }
  /** A supervisor has read it. */
  | { readonly type: 'intake-line.attempts-seen'; readonly lineId: IntakeLineId };

/** Attempts to get in that nobody has looked at yet. */
export interface Attempts {
  readonly count: number;
  readonly from: readonly string[];
  readonly since: string;
  readonly last: string;
}

export interface IntakeLine {
  readonly lineId: IntakeLineId;
  readonly name: string;
  readonly on: boolean;
  readonly setting: LineSetting;
  readonly setAt: string;
  readonly setBy: OperatorId;
  readonly attempts: Attempts | null;
}

/** So many addresses are named; further ones are only counted. */
export const NAMED_ADDRESSES = 8;

export function evolveIntakeLine(
  line: IntakeLine | null,
  event: IntakeLineEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): IntakeLine | null {
  switch (event.type) {
    case 'intake-line.set': {
      const { lineId, name, on, setting } = event;
      return { lineId, name, on, setting, setAt: at, setBy: by, attempts: line?.attempts ?? null };
    }
    case 'intake-line.removed':
      return null;
    case 'intake-line.access-refused': {
      if (line === null) return null;
      const before = line.attempts;
      const from = [...new Set([...(before?.from ?? []), ...event.from])].slice(0, NAMED_ADDRESSES);
      const count = (before?.count ?? 0) + event.attempts;
      const since = before?.since ?? event.since;
      return { ...line, attempts: { count, from, since, last: at } };
    }
    case 'intake-line.attempts-seen':
      return line && { ...line, attempts: null };
  }
}
