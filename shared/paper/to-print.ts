import type { SigningKeyLine } from '../audit/audit-view.ts';
import type { PacketPreview } from '../board/sharing-view.ts';
import type { SafetyPlanSheet } from '../plan/plan-sheet.ts';
import type { ServiceView } from '../board/directory-view.ts';
import type { OutcomesReport } from './outcomes-report.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperSize } from './paper-events.ts';

export interface PrintedPacket {
  readonly preview: PacketPreview;
  readonly size: PaperSize;
}

/** A safety plan as it is printed for the person, and the version it is. */
export interface PrintedPlan {
  readonly sheet: SafetyPlanSheet;
  /** Journal entry of the plan. */
  readonly version: number;
  readonly size: PaperSize;
  /** When, and on which wall clock: for the name of the file. */
  readonly at: string;
  readonly timeZone: string;
}

/** What a person takes to the place they were referred to: no name, and nothing of what for. */
export interface PrintedReferral {
  readonly center: string;
  readonly organization: string;
  readonly phone: string;
  readonly how: string;
  readonly when: string;
  readonly code: string;
  readonly training: boolean;
  readonly size: PaperSize;
  /** When, and on which wall clock: for the name of the file. */
  readonly at: string;
  readonly timeZone: string;
}

/** A service as it is printed for a person: nobody's name, and what the directory says. */
export interface PrintedService {
  readonly view: ServiceView;
  readonly center: string;
  readonly training: boolean;
  readonly size: PaperSize;
  readonly at: string;
  readonly timeZone: string;
}

/** The recovery key of the store, for the safe. */
export interface PrintedRecovery {
  readonly recoveryKey: string;
  /** Empty until the center is set up. */
  readonly center: string;
  readonly size: PaperSize;
  /** The day, as it stands on the sheet. */
  readonly at: string;
}

/** The keys the audit is and was signed with, for whoever verifies its exports. */
export interface PrintedSigningKeys {
  readonly center: string;
  readonly keys: readonly SigningKeyLine[];
  readonly size: PaperSize;
  readonly at: string;
  readonly timeZone: string;
}

/** What the page that is drawn for the printer can be. */
export type ToPrint =
  | { readonly is: 'kit'; readonly kit: PaperKit }
  | ({ readonly is: 'packet' } & PrintedPacket)
  | ({ readonly is: 'safety-plan' } & PrintedPlan)
  | ({ readonly is: 'referral' } & PrintedReferral)
  | ({ readonly is: 'service' } & PrintedService)
  | ({ readonly is: 'recovery-key' } & PrintedRecovery)
  | ({ readonly is: 'signing-keys' } & PrintedSigningKeys)
  | ({ readonly is: 'outcomes' } & OutcomesReport);
