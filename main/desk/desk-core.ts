import { Readings } from './audit/readings.ts';
import { AtlasInForce } from './areas/atlas-in-force.ts';
import type { BoardSources } from './board-feed.ts';
import { BoardListeners, type Telling } from './board-listeners.ts';
import type { CoreOptions } from './core-options.ts';
import { CallTypesInForce } from './call-type/call-types-in-force.ts';
import { LineStandings } from './intake-line/line-standings.ts';
import type { PolicyInForce, Session } from './desk.ts';
import { DirectoryInForce } from './directory/directory-in-force.ts';
import { KeptDrafts } from './drafts/kept-drafts.ts';
import { localMoment, wallTime } from './local-moment.ts';
import { PlacesInForce } from './place/places-in-force.ts';
import { offerConsequences, touchesPhone } from './phone/offer-consequences.ts';
import { cliniciansAt, type Present } from './phone/phone-staff.ts';
import { PolicyClock, type PoliciesNow } from './policy/policy-clock.ts';
import { followedByMonitors } from './phone/monitor-consequences.ts';
import { shippedPolicy } from './shipped-policy.ts';
import { SmallTables } from './small-tables.ts';
import { stackConsequences } from './stack-consequences.ts';
import { openStore } from './trouble/open-store.ts';
import { OwedEntries } from './trouble/owed-entries.ts';
import { Troubles } from './trouble/troubles.ts';
import { BoardAtHand } from '#db/board/board-at-hand.ts';
import { followedSeq, markFollowed, project } from '#db/board/follow-board.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import { openJournal, type Journal } from '#db/journal/journal.ts';
import { atomically, type Database } from '#db/open-database.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { Entry, NewEvent } from '#shared/journal/journal-event.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { Clinician } from '#shared/phone/clinician.ts';
import type { Center } from '#shared/roster/center.ts';
import { DESK_OPERATOR, type Operator } from '#shared/roster/operator.ts';
import type { LocalMoment } from '#shared/unit/availability.ts';
import { clinicianDesks } from '#shared/unit/clinician-desk.ts';
import type { Unit } from '#shared/unit/unit.ts';

type Decide = () => readonly NewEvent[] | Refusal;

/**
 * What every answer works with: the database, the journal and the one way to write. Small tables
 * (center, people, policy) are held in memory and re-read when an entry touches them.
 */
export class DeskCore {
  readonly db: Database;
  readonly journal: Journal;
  readonly drafts: KeptDrafts;
  /** Whose protected words are shown to whom. */
  readonly readings: Readings;
  readonly options: CoreOptions;
  /** Which policy is in force when, and every one that was. */
  readonly policies: PolicyClock;
  /** The map of the areas in force. */
  readonly atlas: AtlasInForce;
  /** What an address is looked up in. */
  readonly places: PlacesInForce;
  /** The directory of services in force. */
  readonly directory: DirectoryInForce;
  /** How the intake lines stand. */
  readonly lineStandings = new LineStandings();
  /** What other systems’ words for a call type mean here. */
  readonly callTypes: CallTypesInForce;
  /** What is wrong with the machine. */
  readonly troubles: Troubles;
  /** What has happened and is not on record yet. */
  readonly owed: OwedEntries;
  readonly #listeners: BoardListeners;
  /** Sequence of the last entry this desk's board and windows have seen. */
  #followed: number;
  #written = 0;
  readonly #small: SmallTables;
  readonly #board = new BoardAtHand();

  constructor(options: CoreOptions) {
    this.options = options;
    const { db, followed, met } = openStore(options);
    this.db = db;
    this.troubles = new Troubles(this.db, options);
    this.drafts = new KeptDrafts(this.db, options.now);
    this.journal = openJournal(this.db);
    this.readings = new Readings(this);
    this.owed = new OwedEntries(this);
    this.owed.afterwards(() => this.readings.settle());
    this.#followed = followed;
    if (met !== null) this.troubles.readFromNowOn(met);
    this.policies = new PolicyClock(this.db);
    this.#small = new SmallTables(this.db, this.policies);
    this.atlas = new AtlasInForce(this.db);
    this.places = new PlacesInForce(this.db, this.atlas);
    const zone = () => this.center?.timeZone ?? 'UTC';
    this.directory = new DirectoryInForce(this.db, options.now, zone);
    const policy = () => (this.policy ?? shippedPolicy()).policy;
    this.callTypes = new CallTypesInForce(this.db, policy);
    this.#small.read();
    this.#listeners = new BoardListeners({
      mark: () => this.policies.at(this.now())?.mark ?? null,
      told: () => ({ sources: this.boardSources(), revision: this.#followed }),
      log: options.log,
      met: (error) => this.troubles.met(error),
      timers: options.timers,
    });
  }

  get center(): Center | null {
    return this.#small.center;
  }

  /** In force by the desk's clock; null before the set-up. */
  get policy(): PolicyInForce | null {
    return this.policies.at(this.now());
  }

  get operators(): ReadonlyMap<string, Operator> {
    return this.#small.operators;
  }

  /** Who sits at some console, and how they stand. */
  get present(): readonly Present[] {
    return this.#small.present;
  }

  get nextDuty(): string | null {
    return this.#small.nextDuty;
  }

  /** The open incidents. Inside `commit` as of the entries before it. */
  open(): ReadonlyMap<string, Incident> {
    return this.#board.incidents(this.db);
  }

  /** The clinicians who are signed on, with their calls. */
  clinicians(): Clinician[] {
    // Nobody there to answer a call: no incident has to be looked at for it.
    const somebody = this.present.some(({ operator }) => operator.role === 'clinician');
    return somebody ? cliniciansAt(this.present, this.#board.byPhone(this.db)) : [];
  }

  /** Everything that could answer a call now: the board's units and the clinicians at their desks. */
  staffing(units: readonly Unit[] = this.#board.units(this.db)): Unit[] {
    const { policy } = this.requirePolicy();
    return [...units, ...clinicianDesks(policy, this.clinicians(), this.nameOf)];
  }

  readonly nameOf = (operatorId: string): string =>
    operatorId === DESK_OPERATOR
      ? 'CareDesk'
      : (this.operators.get(operatorId)?.name ?? operatorId);

  /** Where the windows stand: the sequence of the last entry they were told of. */
  get told(): number {
    return this.#followed - this.#listeners.behind;
  }

  /** Sequence of the last entry this desk itself has written since it was opened. */
  get written(): number {
    return this.#written;
  }

  now(): Date {
    return this.options.now();
  }

  /** “14:02:10” on the center's clock. */
  readonly say = (instant: string): string =>
    wallTime(new Date(instant), this.center?.timeZone ?? 'UTC');

  /** The center's wall clock. Before the set-up there is no zone to read it in, so it is UTC. */
  local(): LocalMoment {
    return this.#localAt(this.now());
  }

  #localAt(now: Date): LocalMoment {
    return localMoment(now, this.center?.timeZone ?? 'UTC');
  }

  /** @throws before a policy was adopted: only the first-run topics may run then. */
  requirePolicy(now = this.now()): PoliciesNow {
    const policies = this.policies.at(now);
    if (policies === null) throw new Error('No policy is in force: the center is not set up.');
    return policies;
  }

  context(by: OperatorId): DecideContext {
    return this.contextAt(by, this.now());
  }

  /** The same at another moment: for what happened on paper, under the policy in force then. */
  contextAt(by: OperatorId, now: Date): DecideContext {
    const { policy, hash } = this.requirePolicy(now);
    return { by, now: now.toISOString(), local: this.#localAt(now), policy, policyHash: hash };
  }

  boardSources(): BoardSources {
    const now = this.now();
    const { policy, mark } = this.requirePolicy(now);
    return {
      db: this.db,
      policy,
      mark,
      nameOf: this.nameOf,
      now,
      local: this.#localAt(now),
      present: this.present,
    };
  }

  /**
   * Reads, decides and writes in one durable transaction: what `decide` saw is what the events follow.
   * Listeners hear of it only after the commit. Where the disk or the store fails it is refused, and nothing
   * of it is written.
   */
  commit(by: OperatorId, decide: Decide, telling: Telling = 'at-once'): Entry[] | Refusal {
    try {
      return this.#commit(by, decide, telling);
    } catch (error) {
      const refused = this.troubles.met(error);
      if (refused === null) throw error;
      return refused;
    }
  }

  #commit(by: OperatorId, decide: Decide, telling: Telling): Entry[] | Refusal {
    const missed: Entry[] = [];
    const outcome = atomically(this.db, (): Entry[] | Refusal => {
      // Another position may have written: its entries are followed before anything is decided on them.
      if (this.journal.head() > this.#followed)
        for (const entry of this.journal.entriesAfter(this.#followed)) missed.push(entry);
      if (missed.length > 0) {
        const board = followedSeq(this.db);
        this.#follow(missed.filter((entry) => entry.seq > board));
      }
      this.#small.follow(missed);
      const events = decide();
      if (isRefusal(events)) return events;
      if (events.length === 0) return [];
      const stamp = { at: this.now().toISOString(), by, position: this.options.position };
      const written = [
        ...events,
        ...stackConsequences(this.db, events),
        ...followedByMonitors(this.db, events, stamp),
        ...this.#offers(events, stamp),
      ];
      const entries = this.journal.append(missed.at(-1)?.seq ?? this.#followed, written, stamp);
      this.#follow(entries);
      return entries;
    });
    const written = isRefusal(outcome) ? missed : [...missed, ...outcome];
    if (!isRefusal(outcome)) this.#written = outcome.at(-1)?.seq ?? this.#written;
    if (written.length > 0) this.#committed(written, telling);
    return outcome;
  }

  /** Whoever is asked for a call, or has ended one: nobody is without a next step for a moment. */
  #offers(events: readonly NewEvent[], { at, by }: Pick<Entry, 'at' | 'by'>): NewEvent[] {
    const policies = touchesPhone(events) ? this.policies.at(this.now()) : null;
    if (policies === null) return [];
    const [open, clinicians] = [this.open(), this.clinicians()];
    return offerConsequences({ open, clinicians, policy: policies.policy, now: at, by }, events);
  }

  #follow(entries: readonly Entry[]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    for (const entry of entries) project(this.db, entry, PROJECTIONS, this.journal);
    markFollowed(this.db, last.seq);
  }

  subscribe(listener: (patch: BoardPatch, entries: readonly Entry[]) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.owed.close();
    this.readings.settle();
    this.troubles.close();
    this.drafts.close();
    this.db.close();
  }

  /** Tells the windows of a policy whose time has come. */
  tellOfPolicy(): void {
    this.#listeners.tellOfPolicy();
  }

  #committed(entries: readonly Entry[], telling: Telling): void {
    this.#followed = entries.at(-1)?.seq ?? this.#followed;
    this.#small.followCommitted(entries, this.troubles);
    this.#listeners.written(entries, telling);
  }
}

/** The person at the position. Topics that need a permission are never reached without one. */
export function operatorOf(session: Session): Operator {
  if (session.operator === null) throw new Error('Nobody is signed on at this position.');
  return session.operator;
}
