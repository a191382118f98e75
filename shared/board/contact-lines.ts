import type {
  AttemptResult,
  ContactState,
  DueSpan,
  MayAnswer,
  MessageSafe,
  Whom,
} from '../contact/contact.ts';
import type { SafeContact } from '../contact/safe-contact.ts';
import type { ContactId, IncidentId, OperatorId } from '../lib/brand.ts';

/** A promised contact on every board: who owes a call and when. No number and no reason. */
export interface ContactRow {
  readonly contactId: ContactId;
  readonly incidentId: IncidentId;
  readonly incidentNumber: number;
  readonly label: string;
  readonly owner: OperatorId;
  readonly ownerName: string;
  readonly state: ContactState;
  /** Since when it is waited for; due from, late after. */
  readonly promisedAt: string;
  readonly due: DueSpan;
  readonly attempts: number;
}

/** The same with what is needed to call, cut in main to what the role may read. */
export interface ContactLine extends ContactRow {
  readonly whom: Whom;
  readonly number: string;
  readonly message: MessageSafe;
  readonly mayAnswer: MayAnswer;
  /** What is known of the number, whoever calls it; null when nobody has said anything. */
  readonly safe: (SafeContact & { readonly notedByName: string }) | null;
  /** Null when it is clinical text and this role may not read it. */
  readonly reason: string | null;
  readonly tried: readonly {
    readonly result: AttemptResult;
    /** Null when it is clinical text and this role may not read it. */
    readonly note: string | null;
    readonly at: string;
    readonly byName: string;
  }[];
}

/** The due list: the next ones first, as many as are listed, and how many there are. */
export interface ContactList {
  readonly lines: readonly ContactLine[];
  readonly open: number;
}
