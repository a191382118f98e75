import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Adoption } from '#shared/policy/in-force.ts';
import type { PolicyEvent } from '#shared/policy/policy-events.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** A policy that was put in force or scheduled, without the document itself. */
export interface PolicyAdoption extends Adoption {
  readonly version: string;
  readonly title: string;
  /** ISO instant. */
  readonly adoptedAt: string;
  readonly how: Extract<PolicyEvent, { type: 'policy.adopted' }>['how'];
  readonly proposedBy: OperatorId | null;
  readonly approvedBy: OperatorId | null;
  readonly reason: string;
}

/** A policy that waits for the second supervisor. */
export interface ProposedPolicy {
  readonly hash: string;
  readonly policy: Policy;
  /** ISO instant; null means from the approval on. */
  readonly effectiveFrom: string | null;
  readonly note: string;
  /** Hash of the policy it was written against. */
  readonly basedOn: string;
  readonly proposedBy: OperatorId;
  readonly at: string;
}

/**
 * Every policy the center ever adopted, and the proposal that waits. The document has a column of its
 * own: a start reads when each was in force, and the text of one only.
 */
export const policiesProjection: Projection = {
  name: 'board_policies',
  version: 1,
  key: 'seq',
  ddl: `
    CREATE TABLE board_policies (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      hash TEXT NOT NULL,
      state TEXT NOT NULL,
      document TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { seq, at, by, event }: Entry) {
    switch (event.type) {
      case 'policy.adopted': {
        const { policy, hash, effectiveFrom, how, proposedBy, approvedBy, reason } = event;
        const { version, title } = policy;
        // Nothing but its publication answers a proposal: a step back to the same document does not.
        if (how === 'published') forgetProposal(db, hash);
        const adopted: PolicyAdoption = {
          seq,
          hash,
          version,
          title,
          adoptedAt: at,
          effectiveFrom,
          how,
          proposedBy,
          approvedBy,
          reason,
          withdrawn: false,
        };
        put(db, seq, 'adopted', adopted, policy);
        return;
      }
      case 'policy.proposed': {
        const { policy, hash, effectiveFrom, note, basedOn } = event;
        const proposed = { hash, effectiveFrom, note, basedOn, proposedBy: by, at };
        put(db, seq, 'proposed', proposed, policy);
        return;
      }
      case 'policy.declined':
        forgetProposal(db, event.hash);
        return;
      case 'policy.withdrawn': {
        // The last time it was adopted: an earlier time it may have been in force and over.
        const last = adoptions(db).findLast((each) => each.hash === event.hash && !each.withdrawn);
        if (last === undefined) return;
        const state = JSON.stringify({ ...last, withdrawn: true });
        statement(db, 'UPDATE board_policies SET state = ? WHERE seq = ?').run(state, last.seq);
      }
    }
  },
};

function put(
  db: Database,
  seq: number,
  kind: 'adopted' | 'proposed',
  state: PolicyAdoption | Omit<ProposedPolicy, 'policy'>,
  policy: Policy,
): void {
  statement(
    db,
    'INSERT INTO board_policies (seq, kind, hash, state, document) VALUES (?, ?, ?, ?, ?)',
  ).run(seq, kind, state.hash, JSON.stringify(state), JSON.stringify(policy));
}

function forgetProposal(db: Database, hash: string): void {
  statement(db, "DELETE FROM board_policies WHERE kind = 'proposed' AND hash = ?").run(hash);
}

/** Every adoption in the order they were written, withdrawn ones too. */
export function adoptions(db: Database): PolicyAdoption[] {
  const rows = statement(
    db,
    "SELECT state FROM board_policies WHERE kind = 'adopted' ORDER BY seq",
  ).all();
  return rows.map((row) => JSON.parse((row as { state: string }).state) as PolicyAdoption);
}

/** The proposal that waits; null when none does. */
export function waitingProposal(db: Database): ProposedPolicy | null {
  const row = statement(
    db,
    "SELECT state, document FROM board_policies WHERE kind = 'proposed' ORDER BY seq DESC LIMIT 1",
  ).get() as { state: string; document: string } | undefined;
  if (row === undefined) return null;
  const policy = JSON.parse(row.document) as Policy;
  return { ...(JSON.parse(row.state) as Omit<ProposedPolicy, 'policy'>), policy };
}

/** The document of a policy that was ever adopted, by the hash decisions remember it by; else null. */
export function adoptedPolicy(db: Database, hash: string): Policy | null {
  const row = statement(
    db,
    "SELECT document FROM board_policies WHERE kind = 'adopted' AND hash = ? LIMIT 1",
  ).get(hash) as { document: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.document) as Policy);
}
