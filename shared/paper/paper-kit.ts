import type { PaperSize } from './paper-events.ts';
import type { Answer } from '../facts/fact.ts';
import type { FactTopic } from '../policy/policy.ts';
import type { Level } from '../routing/level.ts';
import type { CrewMember } from '../unit/unit.ts';

/** Everything a center needs to go on by hand, cut in main for whoever prints it. Never clinical text. */
export interface PaperKit {
  readonly printedAt: string;
  readonly timeZone: string;
  readonly center: string;
  readonly position: string;
  readonly training: boolean;
  readonly policyVersion: string;
  /** Name and role; “CareDesk, by itself” for the copy that is kept. */
  readonly printedBy: string;
  readonly size: PaperSize;
  readonly units: readonly PaperUnit[];
  readonly calls: readonly PaperCall[];
  readonly contacts: readonly PaperContact[];
  readonly incidents: readonly PaperIncident[];
  readonly intake: PaperIntake;
  /** What is not on it because the store could not be read; empty on a whole one. */
  readonly unread: readonly string[];
}

export interface PaperUnit {
  readonly unitId: string;
  readonly team: string;
  readonly zone: string;
  readonly crew: readonly CrewMember[];
  readonly status: string;
  readonly since: string;
  readonly incidentNumber: number | null;
  readonly gap: string | null;
}

/** A call nobody has answered yet. */
export interface PaperCall {
  readonly number: number;
  readonly receivedAt: string;
  readonly callback: string | null;
  readonly address: string;
  readonly callType: string | null;
  readonly words: string;
}

/** A call back or follow-up that is owed. Without its reason, which may be clinical. */
export interface PaperContact {
  readonly label: string;
  readonly incidentNumber: number;
  readonly owner: string;
  readonly from: string;
  readonly by: string;
  readonly whom: string;
  readonly number: string;
}

export interface PaperIncident {
  readonly number: number;
  readonly openedAt: string;
  readonly level: Level;
  readonly provisional: boolean;
  readonly phase: string;
  readonly callType: string;
  readonly address: string;
  readonly area: string | null;
  readonly callback: string | null;
  readonly words: string;
  readonly owner: string;
  readonly attention: string | null;
  readonly recommended: {
    readonly level: Level;
    readonly response: string;
    readonly alongside: readonly string[];
    readonly reasons: readonly string[];
  };
  readonly decided: {
    readonly level: Level;
    readonly response: string;
    readonly at: string;
    readonly by: string;
    readonly reason: string | null;
  } | null;
  /** Answers as they read now, in asking order. */
  readonly facts: readonly {
    readonly label: string;
    readonly answer: Answer;
    readonly at: string;
    /** Too old to count: to be asked again. */
    readonly aged: boolean;
  }[];
  /** Mandatory questions nobody has answered, or whose answer has aged. */
  readonly unasked: readonly string[];
  readonly units: readonly {
    readonly unitId: string;
    readonly status: string;
    readonly assignedAt: string;
  }[];
  readonly hold: { readonly until: string; readonly reason: string } | null;
  readonly promise: { readonly until: string; readonly what: string } | null;
  /** Those the printer may read. */
  readonly cautions: readonly {
    readonly kind: string;
    readonly text: string;
    readonly source: string;
    readonly expiresOn: string;
  }[];
  /** Dispatch notes, the last ones. */
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

/** What a decision on paper needs: the questions in asking order, and the gates in short. */
export interface PaperIntake {
  readonly questions: readonly {
    readonly topic: FactTopic;
    readonly label: string;
    readonly question: string;
    readonly mandatory: boolean;
  }[];
  readonly medical: PaperGate;
  readonly gates: readonly (PaperGate & { readonly level: Level })[];
  readonly dispositions: readonly string[];
}

export interface PaperGate {
  readonly title: string;
  readonly response: string;
  readonly rules: readonly {
    /** The conditions in short, all of which have to hold. */
    readonly when: string;
    /** Who goes when it is not who the gate names. */
    readonly response: string | null;
  }[];
}
