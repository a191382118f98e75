import type { Desk, Session } from '../desk.ts';
import { IMANI, THEO } from './colleagues.ts';
import type { Pacer } from './pacer.ts';
import { scenarioBehind } from './scenario-catalogue.ts';
import type { Scenario } from './scenario.ts';
import type { BoardSnapshot, IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';

export interface RefusedAct {
  readonly topic: Topic;
  readonly refused: string;
  readonly because: string;
}

/** One thing a simulated person is about to do. It looks again before it acts. */
export type Act = () => void;

/** The board as it was at one look, and what was given away since. */
export interface Look {
  readonly now: number;
  readonly calls: BoardSnapshot['calls'];
  readonly incidents: readonly IncidentRow[];
  readonly units: readonly UnitRow[];
  readonly clinicians: BoardSnapshot['clinicians'];
  /** Units promised to an incident since the look. */
  readonly promised: Set<UnitId>;
}

/** The simulated half of the room: two operators who see the same board and give the same commands. */
export class Room {
  readonly theo: Session = { operator: THEO, focus: null };
  readonly imani: Session = { operator: IMANI, focus: null };
  readonly desk: Desk;
  readonly pacer: Pacer;
  /** Incidents for which help was called beyond this board: it comes, but is not seen here. */
  readonly calledByRadio = new Set<string>();
  /** Incidents Imani has proposed less for: she proposes it once. */
  readonly stepDownProposed = new Set<string>();
  readonly #onRefused: (act: RefusedAct) => void;
  readonly #scenarios = new Map<string, Scenario>();

  constructor(desk: Desk, pacer: Pacer, onRefused: (act: RefusedAct) => void) {
    this.desk = desk;
    this.pacer = pacer;
    this.#onRefused = onRefused;
  }

  /** Gives one command or asks one question. A refusal is reported and answered with null. */
  ask<T extends Topic>(session: Session, topic: T, input: Input<T>): Output<T> | null {
    const reply = this.desk.answer(topic, input, session);
    if (reply.ok) return reply.value;
    this.#onRefused({ topic, refused: reply.refused, because: reply.because });
    return null;
  }

  look(): Look | null {
    const board = this.ask(this.theo, 'board.snapshot', {});
    if (board === null) return null;
    const { calls, incidents, units, clinicians } = board;
    const now = this.desk.now().getTime();
    return { now, calls, incidents, units, clinicians, promised: new Set() };
  }

  view(session: Session, incidentId: IncidentId): IncidentView | null {
    return this.ask(session, 'incident.focus', { incidentId });
  }

  policy(): Policy | null {
    return this.desk.policy()?.policy ?? null;
  }

  /** What is true at an incident. First words never change, so they are read once. */
  scenarioOf(incidentId: IncidentId): Scenario {
    const known = this.#scenarios.get(incidentId);
    if (known !== undefined) return known;
    const scenario = scenarioBehind(this.view(this.theo, incidentId)?.words ?? '');
    this.#scenarios.set(incidentId, scenario);
    return scenario;
  }

  /** Forgets closed incidents, so that a week of training does not grow in memory. */
  forgetAllBut(open: readonly IncidentRow[]): void {
    const ids = new Set<string>(open.map((row) => row.incidentId));
    for (const id of this.#scenarios.keys()) if (!ids.has(id)) this.#scenarios.delete(id);
    for (const known of [this.calledByRadio, this.stepDownProposed])
      for (const id of known) if (!ids.has(id)) known.delete(id);
  }
}

export function isSimulated(operatorId: string): boolean {
  return operatorId === THEO.operatorId || operatorId === IMANI.operatorId;
}
