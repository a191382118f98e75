import type { ProposedPart } from '../eido/eido-events.ts';
import type { SaidLink, SaidPerson, SaidUnit } from '../eido/eido-said.ts';

/** What another center says of an incident, beside what stands here. All of it in its own words. */
export interface SentView {
  readonly agency: string;
  /** The number people of that agency say aloud. */
  readonly incidentNumber: string | null;
  readonly updatedAt: string;
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: readonly string[];
  /** It is over there. Nothing closes here for it. */
  readonly over: 'closed' | 'cancelled' | null;
  readonly people: readonly SaidPerson[];
  readonly units: readonly SaidUnit[];
  readonly links: readonly SaidLink[];
  readonly dispositions: readonly string[];
  /** What somebody here may take over or leave, the one to look at first first. */
  readonly proposals: readonly ProposalLine[];
}

export interface ProposalLine {
  readonly part: ProposedPart;
  readonly label: string;
  readonly theirs: string;
  readonly ours: string | null;
}
