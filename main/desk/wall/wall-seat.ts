import { wallIncident, wallUnit } from './wall-rows.ts';
import { boardSnapshot } from '../board-feed.ts';
import type { DeskCore } from '../desk-core.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import type { WallBoard, WallIncident, WallUnit } from '#shared/board/wall-board.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import { WALL_TOPIC } from '#shared/contract/wall-topic.ts';

/** The place of a screen nobody signs on at. It has no session, so there is nothing it could do with one. */
export interface WallSeat {
  /** The one thing it may ask; null before the center is set up. Any other topic is refused. */
  answer(topic: unknown, input: unknown): Reply<WallBoard | null>;
  /** The same without asking: what is pushed to the screen. */
  board(): WallBoard | null;
  leave(): void;
}

/**
 * Takes the wall's place at the desk. Its rows follow the patches every window hears, so that a busy shift
 * costs the wall nothing but the cutting; `changed` is called after each.
 */
export function takeWallSeat(core: DeskCore, changed: () => void): WallSeat {
  let rows = core.policy === null ? null : new WallRows(core);
  const leave = core.subscribe((patch) => {
    if (rows === null) rows = new WallRows(core);
    else rows.follow(patch);
    changed();
  });
  const board = () => rows?.board() ?? null;
  return {
    board,
    leave,
    answer: (topic, input) => {
      if (topic !== WALL_TOPIC || !isEmpty(input))
        return {
          ok: false,
          refused: 'wall-only-looks',
          because: 'A wall board can ask for nothing but what it shows.',
        };
      return { ok: true, value: board() };
    },
  };
}

class WallRows {
  readonly #core: DeskCore;
  readonly #waiting = new Map<string, string>();
  readonly #units = new Map<string, WallUnit>();
  readonly #incidents = new Map<string, WallIncident>();

  constructor(core: DeskCore) {
    this.#core = core;
    const snapshot = boardSnapshot(core.boardSources(), core.journal.head());
    this.#put(snapshot);
  }

  follow(patch: BoardPatch): void {
    for (const callId of patch.callsGone) this.#waiting.delete(callId);
    for (const unitId of patch.unitsGone) this.#units.delete(unitId);
    for (const incidentId of patch.incidentsGone) this.#incidents.delete(incidentId);
    this.#put(patch);
  }

  #put({ calls, incidents, units }: Pick<BoardPatch, 'calls' | 'incidents' | 'units'>): void {
    const { policy } = this.#core.requirePolicy();
    for (const call of calls) this.#waiting.set(call.callId, call.receivedAt);
    for (const row of incidents) this.#incidents.set(row.incidentId, wallIncident(row, policy));
    for (const row of units) this.#units.set(row.unitId, wallUnit(row));
  }

  board(): WallBoard {
    const { center, options } = this.#core;
    const { policy } = this.#core.requirePolicy();
    const received = [...this.#waiting.values()].sort();
    return {
      sentAt: this.#core.now().toISOString(),
      center: center?.name ?? '',
      timeZone: center?.timeZone ?? 'UTC',
      training: options.mode === 'training',
      policyVersion: policy.version,
      waiting: {
        calls: received.length,
        since: received[0] ?? null,
        promiseSeconds: policy.promises.answerSeconds,
      },
      units: [...this.#units.values()],
      incidents: [...this.#incidents.values()],
    };
  }
}

function isEmpty(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    Object.keys(input).length === 0
  );
}
