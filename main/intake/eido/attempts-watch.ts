import type { AttemptsThere } from './thread-messages.ts';
import type { Desk } from '#main/desk/desk.ts';
import { NAMED_ADDRESSES } from '#shared/intake-line/intake-line.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** The first attempt is written down at once; what follows is gathered: the record is no place for a flood. */
const GATHER_MS = 10 * 60_000;

/** Writes down that somebody tries to get in. */
export class AttemptsWatch {
  readonly #desk: Desk;
  readonly #lineId: IntakeLineId;
  #count = 0;
  #from = new Set<string>();
  #since = '';
  #gathering: NodeJS.Timeout | null = null;

  constructor(desk: Desk, lineId: IntakeLineId) {
    this.#desk = desk;
    this.#lineId = lineId;
  }

  add({ count, from }: AttemptsThere): void {
    if (count === 0) return;
    if (this.#count === 0) this.#since = this.#desk.now().toISOString();
    this.#count += count;
    for (const address of from) if (this.#from.size < NAMED_ADDRESSES) this.#from.add(address);
    if (this.#gathering === null) this.#write();
  }

  stop(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
  }

  #write(): void {
    this.#gathering = null;
    if (this.#count === 0) return;
    const [attempts, from, since] = [this.#count, [...this.#from], this.#since];
    this.#count = 0;
    this.#from = new Set();
    this.#gathering = setTimeout(() => this.#write(), GATHER_MS).unref();
    const lineId = this.#lineId;
    try {
      this.#desk.record(
        [{ type: 'intake-line.access-refused', lineId, attempts, from, since }],
        DESK_OPERATOR,
      );
    } catch {
      // A full disk. The screen shows the attempts all the same, and nobody else has to hear of it.
    }
  }
}
