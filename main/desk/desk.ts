import type { AuditExport } from './audit/asked-export.ts';
import type { WallSeat } from './wall/wall-seat.ts';
import type { ExportedEido } from './delivery/export-eido.ts';
import type { CopyDesk } from './copies/copy-desk.ts';
import type { ImportDesk } from './import/import-desk.ts';
import type { DirectoryKeeper } from './directory/directory-keeper.ts';
import type { PlaceKeeper } from './place/place-keeper.ts';
import type { Gone, Handing } from './disclosure/let-go.ts';
import type { IntakeDesk } from './intake-line/intake-desk.ts';
import type { Troubles } from './trouble/troubles.ts';
import type { Database } from '#db/open-database.ts';
import type { Journal } from '#db/journal/journal.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';
import type { AuditFilter } from '#shared/audit/audit-view.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Output, Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { Entry, NewEvent } from '#shared/journal/journal-event.ts';
import type { Acknowledged, Delivery } from '#shared/delivery/delivery.ts';
import type { IncidentId, OperatorId, ReferralId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import type { Period } from '#shared/outcomes/period.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import type { KitSetting } from '#shared/paper/paper-events.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';
import type { PrintedPlan, PrintedReferral, PrintedSigningKeys } from '#shared/paper/to-print.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { LockReason } from '#shared/roster/console-events.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** One position at the desk: who sits there and which incident they look at. A window has one. */
export interface Session {
  operator: Operator | null;
  focus: IncidentId | null;
  /** Nobody has proved to be the operator since it was left: hardly anything is answered. */
  locked?: boolean;
}

export interface PolicyInForce {
  readonly policy: Policy;
  readonly hash: string;
}

/**
 * The application without a window: plain Node, no Electron. The window's door, the command line, the
 * training shift and the tests all talk to this one object.
 */
export interface Desk {
  readonly mode: 'live' | 'training';
  readonly position: string;
  readonly db: Database;
  /** What its store is encrypted with, for whoever opens another connection or a copy of it. Never leaves main. */
  readonly key: StoreKey | null;
  readonly journal: Journal;
  /** Main's clock; tests bring their own. */
  readonly now: () => Date;
  readonly newId: () => string;
  /** Answers one topic for one session. Never throws for bad input: it refuses. */
  answer<T extends Topic>(topic: T, input: unknown, session: Session): Reply<Output<T>>;
  /** Does what of an answer is slow, beside the desk's thread. Answering without it only takes longer. */
  prepare(topic: unknown, input: unknown, session: Session): Promise<void>;
  /**
   * Writes events and their projections in one durable transaction, then tells the feed. `beside` is written
   * in the same transaction.
   */
  record(events: readonly NewEvent[], by: OperatorId, beside?: () => void): Entry[];
  /**
   * The same for what has been done already and cannot be refused any more: a page is printed. Null: it could not
   * be written yet. It is put on record once it can, unless the desk is closed before.
   */
  recordDone(event: NewEvent, by: OperatorId): Entry | null;
  /** Takes what other systems hand over, each with its own outcome. On the disk when it returns. */
  deliver(deliveries: readonly Delivery[]): readonly Acknowledged[];
  /** An incident as a document of the standard, on the record first. Null: the desk makes it by itself. */
  exportEido(incidentId: IncidentId, by: Operator | null): ExportedEido | Refusal;
  /** Locks the console of a session that is signed on. */
  lock(session: Session, why: LockReason): void;
  /** After how long without a touch a console is to be locked. */
  autoLockMinutes(): number;
  policy(): PolicyInForce | null;
  /** What other systems’ words for a call type mean here. */
  callTypes(): CallTypeMap;
  /** Called after every write with what changed; returns the way to stop. */
  subscribe(listener: (patch: BoardPatch) => void): () => void;
  /** The same for one window: with a fresh view of the incident its session looks at. */
  feed(session: Session, listener: (message: FeedMessage) => void): () => void;
  /** The place of a wall board: no session, and its own board only. `changed` after every commit. */
  wall(changed: () => void): WallSeat;
  /** The paper kit as this operator may read it; null is the copy the desk keeps by itself. */
  paperKit(printer: Operator | null): PaperKit;
  kitSetting(): KitSetting;
  /** The safety plan on record, as the person gets it; refused while nothing is in it. */
  planToPrint(incidentId: IncidentId, by: Operator): PrintedPlan | Refusal;
  /** The page a person takes to the place they were referred to; refused where it is no more. */
  referralToPrint(referralId: ReferralId, by: Operator): PrintedReferral | Refusal;
  /** The audit as a signed file, a few hundred lines at a time; it has to be put on record by whoever wrote it. */
  exportAudit(filter: AuditFilter, by: Operator): AuditExport | Refusal;
  /** The page with the fingerprints of the keys the audit is and was signed with. */
  signingKeysToPrint(): PrintedSigningKeys;
  /** The figures of a period as they may leave the console, counted now. */
  outcomesReport(period: Period, by: Operator): OutcomesReport;
  /** Lets a packet go that leaves on paper or in a file, on the record first. The door has parsed it. */
  letGo(input: Handing, maker: Operator): Gone | Refusal;
  /** Where addresses are, and the street table. */
  readonly places: PlaceKeeper;
  /** The directory of services, to be imported and exported. */
  readonly directory: DirectoryKeeper;
  /** Earlier calls that are taken over from files. */
  readonly imports: ImportDesk;
  /** Copies of its store. */
  readonly copies: CopyDesk;
  /** What its intake lines are set to, and where they say how they stand. */
  readonly intake: IntakeDesk;
  /** What is wrong with the machine, and what its rim has to say of it. */
  readonly troubles: Troubles;
  /** Writes down every time limit that has passed. Called by a timer; safe at any moment. */
  watch(): void;
  /** Reads the record again, a little at a time: `step` answers whether there is more to look at. */
  recordWatch(): { step(): boolean };
  /** The same as the watch after the PC has slept: its clock has not jumped then. */
  woke(): void;
  close(): void;
}
