import { someCall } from '../center/center-on-shift.ts';
import type { OnBoard } from '../center/large-board.ts';
import type { ElectronWindow } from './electron-window.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';

/** Of ten changes: four units report, three questions are answered, a call rings and is answered, one type. */
const TURNS = [
  'unit',
  'fact',
  'unit',
  'fact',
  'ring',
  'unit',
  'answer',
  'fact',
  'unit',
  'type',
] as const;
type Turn = (typeof TURNS)[number];
/** What a clinician may give, with as many incidents at the end as at the beginning. */
export const TURNS_OF_A_CLINICIAN: readonly Turn[] = ['fact', 'fact', 'type', 'fact', 'type'];
const FACTS = ['threats', 'thoughts', 'substance', 'weapon-nearby'] as const;
const TYPES = ['MHDIST', 'WELBNG', 'DISTUR', 'PERDWN'] as const;

/** Changes everywhere on a board, given at the window's door from outside its page. */
export class ChangeStream {
  readonly #window: ElectronWindow;
  readonly #board: OnBoard;
  readonly #turns: readonly Turn[];
  #count = 0;
  #calls = 20_000;
  readonly #ringing: string[] = [];
  #refused = 0;

  constructor(window: ElectronWindow, board: OnBoard, turns: readonly Turn[] = TURNS) {
    this.#window = window;
    this.#board = board;
    this.#turns = turns;
  }

  get given(): number {
    return this.#count;
  }

  /** So many in a second, one after the other, while `meanwhile` lasts. */
  async during<T>(perSecond: number, meanwhile: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => void this.#next(), 1000 / perSecond);
    try {
      return await meanwhile();
    } finally {
      clearInterval(timer);
    }
  }

  /** @throws when changes were refused: what streamed in was then not what the measure says. */
  mustHaveBeenCarriedOut(): void {
    if (this.#refused > 0) throw new Error(`${this.#refused} of ${this.#count} were refused.`);
  }

  async #next(): Promise<unknown> {
    const count = (this.#count += 1);
    const round = Math.floor(count / this.#turns.length);
    const { out, incidents } = this.#board;
    const unitId = out[count % out.length] as (typeof out)[number];
    const incidentId = incidents[(count * 7) % incidents.length] as (typeof incidents)[number];
    switch (this.#turns[count % this.#turns.length]) {
      case 'unit':
        return this.#give('unit.set-status', { unitId, status: this.#staysOrGoes(unitId) });
      case 'fact':
        return this.#give('incident.answer-fact', {
          incidentId,
          fact: FACTS[round % FACTS.length] as string,
          answer: round % 3 === 0 ? 'yes' : 'no',
          informant: 'caller-saw',
        });
      case 'type':
        return this.#give('incident.set-call-type', {
          incidentId,
          callType: TYPES[round % TYPES.length] as string,
        });
      case 'ring': {
        const made = await this.#give('call.receive', someCall((this.#calls += 1)));
        if (made !== undefined) this.#ringing.push(made);
        return;
      }
      default: {
        const callId = this.#ringing.shift() as Input<'call.answer'>['callId'] | undefined;
        if (callId !== undefined) await this.#give('call.answer', { callId });
      }
    }
  }

  readonly #staged = new Set<string>();

  #staysOrGoes(unitId: string): 'staged' | 'en-route' {
    if (this.#staged.delete(unitId)) return 'en-route';
    this.#staged.add(unitId);
    return 'staged';
  }

  async #give<T extends Topic>(topic: T, input: Input<T>): Promise<string | undefined> {
    const reply = await this.#window.ask(topic, input);
    if (!reply.ok) this.#refused += 1;
    return reply.ok ? (reply.value as { made?: string }).made : undefined;
  }
}
