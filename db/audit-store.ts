import { auditBoard, type ProjectionVerdict } from './board/audit-board.ts';
import { verifyDocuments, type WrongDocument } from './delivery/verify-documents.ts';
import { verifyDirectories, type WrongDirectory } from './directory/directory-documents.ts';
import { lastSeal } from './journal/sealed-rows.ts';
import { verifyChain, type ChainAnchor, type ChainVerdict } from './journal/verify-chain.ts';
import { sayWrongWords } from './journal/verify-kept.ts';
import type { Database } from './open-database.ts';
import { verifyAuditKeys, type WrongKey } from './settings/verify-audit-keys.ts';
import { sayWrongGuard, verifyGuards, type WrongGuard } from './verify-guards.ts';

/** Whether everything in a store is as it was written. */
export interface StoreAudit {
  /** Null when the file is too damaged to count them. */
  readonly events: number | null;
  readonly chain: 'intact' | { readonly brokenAt: number | null; readonly why: string };
  /** Seal of the last entry: kept elsewhere, it shows later that nothing before it was taken away. */
  readonly head: string | null;
  /** Null when the file is too damaged to compare them. */
  readonly kept: ChainVerdict['kept'] | null;
  /** Null when the file is too damaged to read them. */
  readonly directories: 'intact' | readonly WrongDirectory[] | null;
  /** The same for documents of other systems and street tables. */
  readonly documents: 'intact' | readonly WrongDocument[] | null;
  /** The kept tables and what refuses to change them; null when the file is too damaged to read them. */
  readonly guards: 'intact' | readonly WrongGuard[] | null;
  /** The keys exports of the audit are signed with; null when the file is too damaged to read them. */
  readonly keys: 'intact' | readonly WrongKey[] | null;
  readonly projections: readonly ProjectionVerdict[];
  readonly equal: boolean;
  /** Why the boards could not be rebuilt; absent when they could. */
  readonly rebuild?: string;
}

/** The record alone, without the boards that are derived from it. Reads all of it and writes nothing. */
export function auditRecord(db: Database, anchor: ChainAnchor = {}): StoreAudit {
  const intactOr = <Wrong>(wrong: readonly Wrong[]): 'intact' | readonly Wrong[] =>
    wrong.length === 0 ? 'intact' : wrong;
  return {
    ...verifyChain(db, anchor),
    head: lastSeal(db)?.toString('hex') ?? null,
    directories: intactOr(verifyDirectories(db)),
    documents: intactOr(verifyDocuments(db)),
    guards: intactOr(verifyGuards(db)),
    keys: intactOr(verifyAuditKeys(db)),
    projections: [],
    equal: true,
  };
}

/** The record, and every derived table against it: they are rebuilt in memory. Writes nothing. */
export function auditStore(db: Database, anchor: ChainAnchor = {}): StoreAudit {
  const record = auditRecord(db, anchor);
  try {
    return { ...record, ...auditBoard(db) };
  } catch (error) {
    const rebuild = `the boards cannot be rebuilt: ${(error as Error).message}`;
    return { ...record, equal: false, rebuild };
  }
}

/** More would push the first ones off a screen; the document has them all. */
const SAID = 5;

/** What is wrong with it, in sentences. Empty when it is whole. */
export function complaintsOf(answer: StoreAudit): string[] {
  const { chain, kept, directories, documents, guards, keys, projections, rebuild } = answer;
  const complaints = projections
    .filter(({ equal }) => !equal)
    .map(({ name }) => `${name} does not follow from the journal.`);
  if (rebuild !== undefined) complaints.unshift(`${rebuild}.`);
  if (kept !== null && kept !== 'intact') {
    const said = kept.slice(0, SAID).map(sayWrongWords);
    const more = kept.length - said.length;
    complaints.unshift(...said, ...(more > 0 ? [`${more} more words are wrong.`] : []));
  }
  if (directories !== null && directories !== 'intact')
    for (const { hash, is } of directories)
      complaints.unshift(`the directory ${hash.slice(0, 12)}… is ${is}: import it again.`);
  if (documents !== null && documents !== 'intact')
    for (const { hash, is } of documents.slice(0, SAID))
      complaints.unshift(`the document ${hash.slice(0, 12)}… another system handed over is ${is}.`);
  if (keys !== null && keys !== 'intact')
    for (const { fingerprint, is } of keys)
      complaints.unshift(`the key ${fingerprint} the audit is signed with is ${is}.`);
  if (guards !== null && guards !== 'intact') complaints.unshift(...guards.map(sayWrongGuard));
  if (chain !== 'intact') complaints.unshift(`the chain is broken. ${chain.why}`);
  return complaints;
}
