import { WITHIN_MS, WRONG_AT_MOST } from '#shared/roster/lock-out.ts';

/** Wrong passphrases that could not be written down, by account: a full disk lets nobody guess on. */
export class UnwrittenGuesses {
  readonly #at = new Map<string, number[]>();

  add(operatorId: string, now: Date): void {
    const before = this.#at.get(operatorId) ?? [];
    this.#at.set(operatorId, [...before, now.getTime()].slice(-WRONG_AT_MOST));
  }

  /** Within the time, together with those on record; those alone are the record's own business. */
  areTooMany(operatorId: string, written: readonly string[], now: Date): boolean {
    const recent = (at: number) => now.getTime() - at < WITHIN_MS;
    const unwritten = (this.#at.get(operatorId) ?? []).filter(recent).length;
    const onRecord = written.map((at) => Date.parse(at)).filter(recent).length;
    return unwritten > 0 && unwritten + onRecord >= WRONG_AT_MOST;
  }

  forget(): void {
    this.#at.clear();
  }
}
