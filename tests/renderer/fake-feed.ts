import { act } from '@testing-library/react';
import { vi } from 'vitest';
import type {
  Announcement,
  BoardPatch,
  BoardSnapshot,
  CallRow,
  IncidentRow,
} from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import { consoleContract, type Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import type { Trouble } from '#shared/trouble/trouble.ts';
import { ago, IN_FORCE, MARK, OPERATORS } from './sheets-fixtures.ts';

export function call(number: number, more: Partial<CallRow> = {}): CallRow {
  return {
    callId: `call-${number}` as CallId,
    number,
    source: 'typed',
    receivedAt: ago(1000 - number),
    ani: '312-555-0142',
    address: `${number} N Broadway`,
    areaId: 'uptown',
    callType: 'SUITHR',
    words: 'She says she cannot go on.',
    incidentId: null,
    answeredAt: null,
    answeredBy: null,
    lateAt: null,
    nomination: null,
    fixes: [],
    sender: null,
    joined: null,
    toldApart: [],
    ...more,
  };
}

export function snapshot(more: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return {
    areaMap: null,
    overdueReferrals: 0,
    attemptedLines: 0,
    revision: 1,
    calls: [],
    incidents: [],
    units: [],
    contacts: [],
    shifts: { handOvers: [], left: [] },
    operators: OPERATORS,
    clinicians: [],
    strip: { answered: 0, answeredInTime: 0, promiseSeconds: 15 },
    policy: MARK,
    ...more,
  };
}

export function patch(from: number, revision: number, more: Partial<BoardPatch> = {}): BoardPatch {
  return {
    from,
    revision,
    calls: [],
    callsGone: [],
    incidents: [],
    incidentsGone: [],
    units: [],
    contacts: [],
    contactsGone: [],
    shifts: null,
    unitsGone: [],
    operators: null,
    clinicians: null,
    strip: null,
    policy: null,
    announcements: [],
    ...more,
  };
}

type Answer = Reply<unknown> | Promise<Reply<unknown>> | ((input: never) => unknown);

/** Main with a feed the test pushes through, and an answer per topic. */
export class FakeMain {
  readonly asked: { topic: Topic; input: unknown }[] = [];
  board = snapshot();
  readonly #answers = new Map<Topic, Answer>();
  readonly #listeners = new Set<(message: string) => void>();

  constructor() {
    window.caredesk = {
      ask: async (topic, input) => {
        this.asked.push({ topic: topic as Topic, input });
        const answer = this.#answers.get(topic as Topic);
        if (typeof answer === 'function') return { ok: true, value: await answer(input as never) };
        return answer ?? this.#usual(topic as Topic);
      },
      handOver: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
    };
  }

  get listening(): number {
    return this.#listeners.size;
  }

  answer(topic: Topic, answer: Answer): void {
    this.#answers.set(topic, answer);
  }

  refuse(topic: Topic, because: string): void {
    this.#answers.set(topic, { ok: false, refused: 'refused', because });
  }

  inputsOf(topic: Topic): unknown[] {
    return this.asked.filter((each) => each.topic === topic).map(({ input }) => input);
  }

  async push(
    message: BoardPatch,
    focus?: IncidentView,
    troubles?: readonly Trouble[],
  ): Promise<void> {
    await act(async () => {
      const sent: FeedMessage = {
        patch: message,
        ...(focus === undefined ? {} : { focus }),
        ...(troubles === undefined ? {} : { troubles }),
      };
      for (const listener of this.#listeners) listener(JSON.stringify(sent));
    });
  }

  async send(message: FeedMessage): Promise<void> {
    await act(async () => {
      for (const listener of this.#listeners) listener(JSON.stringify(message));
    });
  }

  announce(announcement: Announcement): Promise<void> {
    const { revision } = this.board;
    return this.push(patch(revision, revision, { announcements: [announcement] }));
  }

  #usual(topic: Topic): Reply<unknown> {
    switch (topic) {
      case 'board.snapshot':
        return { ok: true, value: this.board };
      case 'draft.all':
      case 'find.anything':
        return { ok: true, value: [] };
      case 'incident.focus':
        return { ok: true, value: null };
      case 'policy.in-force':
        return { ok: true, value: IN_FORCE };
      default:
        // A command is carried out; a question nobody prepared has no answer that would be one.
        return consoleContract[topic].kind === 'command'
          ? { ok: true, value: { seq: this.board.revision } }
          : { ok: false, refused: 'failed', because: `This test has no answer to ${topic}.` };
    }
  }
}

/** Lets everything that was promised happen. */
export async function settled(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  });
}

export function manyIncidents(count: number, make: (n: number) => IncidentRow): IncidentRow[] {
  return Array.from({ length: count }, (_, at) => make(at + 1));
}

export const incidentId = (number: number) => `incident-${number}` as IncidentId;

/** A window of 1600×1000: the test page itself has no sizes, and a virtual list needs one. */
export function giveSizes(height = 800): void {
  for (const side of ['offsetHeight', 'clientHeight'] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => height });
  for (const side of ['offsetWidth', 'clientWidth'] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 360 });
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, to?: unknown) {
    const top = (to as ScrollToOptions | undefined)?.top;
    if (top !== undefined) this.scrollTop = top;
  } as typeof HTMLElement.prototype.scrollTo;
}

/** Lets the next frame come at once: what waits for it is then part of the same act. */
export function frameAtOnce(): void {
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => {
    draw(0);
    return 0;
  });
}
