import type { OperatorId } from '../lib/brand.ts';
import type { Standing } from '../phone/clinician.ts';

/** A call that waits for a clinician, as its row shows it. */
export interface OfferRow {
  readonly asks: 'nobody' | 'one' | 'all' | '988';
  /** Who is asked, when it is one. */
  readonly clinician: OperatorId | null;
  /** Since when, and until when before the next step follows. */
  readonly from: string;
  readonly until: string;
  /** They are not asked again. */
  readonly declined: readonly OperatorId[];
}

/** The same for the incident in focus: what follows when nobody takes it. */
export interface OfferView {
  readonly to988At: string;
  /** When it goes back to dispatch; null while 988 is not asked. */
  readonly fallbackAt: string | null;
  readonly fallback: { readonly id: string; readonly label: string };
  /** The address of 988 for the center's phone; null when it is reached in another way. */
  readonly dial988: string | null;
}

/** A clinician who is signed on. Whether they are on a call, the rows of the incidents say. */
export interface ClinicianRow extends Standing {
  readonly operatorId: OperatorId;
  readonly name: string;
  readonly languages: readonly string[];
  /** When writing up ends by itself; null for anything else. */
  readonly until: string | null;
}
