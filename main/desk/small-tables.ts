import type { Present } from './phone/phone-staff.ts';
import type { PolicyClock } from './policy/policy-clock.ts';
import type { Troubles } from './trouble/troubles.ts';
import { allOperators, findCenter, signedOnOperators } from '#db/board/center-projection.ts';
import { nextDutyAt } from '#db/board/shifts-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { Center } from '#shared/roster/center.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** Center, people and policy: asked for with everything, so they are held and re-read when an entry touches them. */
export class SmallTables {
  center: Center | null = null;
  operators: ReadonlyMap<string, Operator> = new Map();
  /** Who sits at some console, and how they stand. */
  present: readonly Present[] = [];
  readonly #db: Database;
  readonly #policies: PolicyClock;
  /** They could not be read again after an entry touched them. */
  #outdated = false;
  /** Undefined when an entry may have changed it. */
  #nextDuty: string | null | undefined = undefined;

  constructor(db: Database, policies: PolicyClock) {
    this.#db = db;
    this.#policies = policies;
  }

  /**
   * When the next planned change of duty is due (ISO instant); null when none is. Asked before every answer. What another
   * position plans is known from the next entry here or the next look at the time limits on.
   */
  get nextDuty(): string | null {
    if (this.#nextDuty === undefined) this.#nextDuty = nextDutyAt(this.#db);
    return this.#nextDuty;
  }

  /** Inside a commit, before anything is decided on them. */
  follow(entries: readonly Entry[]): void {
    this.#forgetDuty(entries);
    if (this.#outdated || entries.some(inSmallTables)) this.read();
  }

  /** After a commit: what is written is written, whether it can be read back at once or not. */
  followCommitted(entries: readonly Entry[], troubles: Troubles): void {
    this.#forgetDuty(entries);
    if (!this.#outdated && !entries.some(inSmallTables)) return;
    this.#outdated = true;
    troubles.during(() => this.read());
  }

  #forgetDuty(entries: readonly Entry[]): void {
    if (entries.some(inRoster)) this.#nextDuty = undefined;
  }

  read(): void {
    this.center = findCenter(this.#db);
    this.#policies.reread();
    this.operators = new Map(allOperators(this.#db).map((each) => [each.operatorId, each]));
    this.present = signedOnOperators(this.#db).flatMap(({ operatorId, standing }) => {
      const operator = this.operators.get(operatorId);
      return operator === undefined ? [] : [{ operator, standing }];
    });
    this.#outdated = false;
  }
}

function inRoster({ event }: Entry): boolean {
  return event.type === 'unit.duty-changed' || event.type.startsWith('shift.');
}

function inSmallTables({ event }: Entry): boolean {
  return /^(center|operator|policy)\./.test(event.type);
}
