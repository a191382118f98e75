import type { Instrument } from './instrument.ts';
import type { OperatorId } from '../lib/brand.ts';

/** How the wording of the screen changes: proposed by one person, approved by another, taken away by one. */
export type InstrumentEvent =
  /** The whole wording goes into the journal: what was asked a year ago can be read again. */
  | {
      readonly type: 'screener.proposed';
      readonly hash: string;
      readonly instrument: Instrument;
      /** The file it came from. */
      readonly source: string;
      /** Under which registration or permission the center uses it. */
      readonly registration: string;
    }
  | {
      readonly type: 'screener.adopted';
      readonly hash: string;
      readonly approvedBy: OperatorId;
    }
  /** The second person says no, or the author takes it back. */
  | { readonly type: 'screener.declined'; readonly hash: string; readonly reason: string }
  /** The wording in force goes, and the one before it is in force again; or none, when it was the first. */
  | { readonly type: 'screener.withdrawn'; readonly hash: string; readonly reason: string };

/** A wording by what people have to know of it; its questions are kept by its hash. */
export interface ProposedInstrument {
  readonly hash: string;
  readonly title: string;
  readonly code: string | null;
  readonly source: string;
  readonly registration: string;
  readonly proposedBy: OperatorId;
  /** ISO instant. */
  readonly proposedAt: string;
}

export interface AdoptedInstrument extends ProposedInstrument {
  readonly approvedBy: OperatorId;
  /** ISO instant. */
  readonly adoptedAt: string;
}

export interface EarlierInstrument extends AdoptedInstrument {
  /** ISO instant. */
  readonly endedAt: string;
  /** Why it was taken away; null when another took its place. */
  readonly withdrawn: string | null;
}

export interface Instruments {
  readonly waiting: ProposedInstrument | null;
  readonly inForce: AdoptedInstrument | null;
  /** What a withdrawal leads back to. One step only: after it there is none to go further back to. */
  readonly stepBack: { readonly to: AdoptedInstrument | null } | null;
  /** Newest first. */
  readonly earlier: readonly EarlierInstrument[];
}

export const NO_INSTRUMENTS: Instruments = {
  waiting: null,
  inForce: null,
  stepBack: null,
  earlier: [],
};

export function evolveInstruments(
  known: Instruments,
  event: InstrumentEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Instruments {
  switch (event.type) {
    case 'screener.proposed': {
      const { hash, instrument, source, registration } = event;
      const { title, code } = instrument;
      const waiting = { hash, title, code, source, registration, proposedBy: by, proposedAt: at };
      return { ...known, waiting };
    }
    case 'screener.adopted': {
      if (known.waiting?.hash !== event.hash) return known;
      const inForce = { ...known.waiting, approvedBy: event.approvedBy, adoptedAt: at };
      const stepBack = { to: known.inForce };
      return { waiting: null, inForce, stepBack, earlier: ended(known, at, null) };
    }
    case 'screener.declined':
      return { ...known, waiting: null };
    case 'screener.withdrawn': {
      const to = known.stepBack?.to ?? null;
      const inForce = to === null ? null : { ...to, adoptedAt: at };
      return { ...known, inForce, stepBack: null, earlier: ended(known, at, event.reason) };
    }
  }
}

function ended(
  { inForce, earlier }: Instruments,
  at: string,
  withdrawn: string | null,
): readonly EarlierInstrument[] {
  return inForce === null ? earlier : [{ ...inForce, endedAt: at, withdrawn }, ...earlier];
}
