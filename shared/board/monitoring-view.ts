import type { OperatorId, UnitId } from '../lib/brand.ts';
import type { StepDownKind } from '../phone/monitor-events.ts';
import type { OverdueTo } from '../phone/nomination.ts';
import type { Level } from '../routing/level.ts';
import type { Running } from '../timers/running.ts';

/** What on an incident waits for a word of somebody: the most urgent of it, for its row. */
export interface Asking extends Running {
  readonly what: 'step-down' | 'nomination' | 'advice' | 'still-calm';
  /** Who was told that it waits too long; null while nobody was. */
  readonly told: OverdueTo | null;
}

/** A piece of advice, with what became of it. */
export interface AdviceLine {
  readonly adviceId: string;
  readonly by: OperatorId;
  readonly byName: string;
  readonly at: string;
  readonly text: string;
  readonly forTeam: boolean;
  readonly seen: { readonly at: string; readonly byName: string } | null;
  readonly answer: {
    readonly followed: boolean;
    readonly reason: string | null;
    readonly at: string;
    readonly byName: string;
  } | null;
  /** It was said again, because nobody had seen it. */
  readonly repeated: boolean;
}

export interface NominationLine {
  readonly clinician: OperatorId;
  readonly clinicianName: string;
  readonly response: string;
  readonly label: string;
  readonly reason: string;
  readonly since: string;
  readonly overdue: OverdueTo | null;
}

export interface StepDownLine {
  readonly state: 'proposed' | 'agreed';
  readonly clinician: OperatorId;
  readonly clinicianName: string;
  readonly does: StepDownKind;
  readonly units: readonly UnitId[];
  readonly reason: string;
  readonly since: string;
  /** The answer to the proposal, or the next word that it is still calm. */
  readonly running: Running;
  /** What it goes below, and whether that takes a second person. */
  readonly level: Level;
  readonly secondPerson: boolean;
  /** Where the units wait; empty when they do not come, or while nobody has agreed. */
  readonly place: string;
  readonly agreedByName: string | null;
}

/** The clinicians who follow an incident, and what of them waits for an answer. All of it is dispatch record. */
export interface MonitoringView {
  readonly monitors: readonly {
    readonly operatorId: OperatorId;
    readonly name: string;
    readonly since: string;
  }[];
  readonly advice: readonly AdviceLine[];
  readonly nomination: NominationLine | null;
  readonly stepDown: StepDownLine | null;
}
