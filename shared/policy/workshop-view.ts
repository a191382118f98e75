import type { Difference } from './difference/differences.ts';
import type { PolicyProblem } from './document/policy-problems.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';
import type { Verdict } from './proof/verdict.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { Level } from '../routing/level.ts';

/** One policy the center ever put in force or scheduled. */
export interface PolicyVersionLine {
  readonly hash: string;
  readonly version: string;
  readonly title: string;
  /** ISO instants. */
  readonly adoptedAt: string;
  readonly effectiveFrom: string;
  readonly how: 'shipped' | 'published' | 'rolled-back';
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
  readonly reason: string;
  readonly state: 'in-force' | 'scheduled' | 'past' | 'withdrawn';
}

/** A policy that waits for the second supervisor. */
export interface PolicyProposal {
  readonly hash: string;
  readonly policy: Policy;
  readonly effectiveFrom: string | null;
  readonly note: string;
  readonly proposedBy: OperatorId;
  readonly proposedByName: string;
  readonly at: string;
  /** Against the policy in force now. */
  readonly differences: readonly Difference[];
}

/** Everything the policy workshop opens with. */
export interface Workshop {
  readonly inForce: { readonly policy: Policy; readonly hash: string };
  readonly scheduled: PolicyVersionLine | null;
  readonly proposal: PolicyProposal | null;
  /** The supervisor's own unfinished document, as last saved; null when there is none. */
  readonly draft: { readonly document: unknown; readonly savedAt: string } | null;
  /** Newest first. */
  readonly history: readonly PolicyVersionLine[];
  /** What one step back would put in force again; null when there is nothing before. */
  readonly stepBack: PolicyVersionLine | null;
}

/** What can be said of a document before anybody publishes it. */
export interface Examination {
  /** Where it is not a policy at all; while there is one, nothing else is looked at. */
  readonly problems: readonly PolicyProblem[];
  readonly differences: readonly Difference[];
  readonly verdict: (Verdict & { readonly ms: number }) | null;
  /** For each fact the levels its answers can lead to, and whether one sends EMS. */
  readonly reach: readonly Reach[];
}

/** How many calls a change would move. calls = same + up + down + aside. */
export interface Moves {
  readonly calls: number;
  readonly same: number;
  readonly up: number;
  readonly down: number;
  /** Another response at the same level. */
  readonly aside: number;
}

export interface MovesOf extends Moves {
  readonly key: string;
  readonly label: string;
}

/** What past calls would have got under another policy. */
export interface WhatIfReport extends Moves {
  /** Decisions made here, with the answers as they were given. */
  readonly decisions: number;
  /** Imported calls of which only the type is known. */
  readonly imported: number;
  /** Imported calls that are not mental health or substance use: not routed, not counted above. */
  readonly notBehavioral: number;
  readonly byCallType: readonly MovesOf[];
  readonly byArea: readonly MovesOf[];
  /** 24 of them, local hours of the center. */
  readonly byHour: readonly MovesOf[];
  /** From which response to which, most calls first; unchanged ones too. */
  readonly moves: readonly {
    readonly from: { readonly level: Level; readonly response: string; readonly label: string };
    readonly to: { readonly level: Level; readonly response: string; readonly label: string };
    readonly calls: number;
  }[];
  readonly ms: number;
}
