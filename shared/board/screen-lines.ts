import type {
  AdoptedInstrument,
  EarlierInstrument,
  ProposedInstrument,
} from '../screen/instrument-events.ts';
import type { Instrument } from '../screen/instrument.ts';
import type { Screen } from '../screen/screen-events.ts';
import type { ScreenResult } from '../screen/triage.ts';

/** The suicide screens of an incident, as the clinician works with them. */
export interface ScreenDesk {
  /** Hash of the wording the next screen is asked in; null where none is installed. */
  readonly inForce: string | null;
  /** In the order they were begun; the last one may be under way. */
  readonly screens: readonly ScreenLine[];
}

export interface ScreenLine extends Omit<Screen, 'incidentId' | 'hazard' | 'finished'> {
  readonly beganByName: string;
  readonly finished: { readonly at: string; readonly byName: string } | null;
  /** As it follows from the answers now. */
  readonly result: ScreenResult;
}

/** What a file holds before anybody proposes it. */
export interface ScreenerExamination {
  /** Null with any fault. */
  readonly instrument: Instrument | null;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** The wordings of the screen, for whoever keeps them. */
export interface KeptScreeners {
  readonly waiting: (ProposedInstrument & { readonly proposedByName: string }) | null;
  readonly inForce: (AdoptedInstrument & NamesOfTwo) | null;
  /** What a withdrawal leads back to; null when there is no step back. */
  readonly stepBack: { readonly to: string | null } | null;
  /** Newest first. */
  readonly earlier: readonly (EarlierInstrument & NamesOfTwo)[];
}

interface NamesOfTwo {
  readonly proposedByName: string;
  readonly approvedByName: string;
}
