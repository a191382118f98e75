/**
 * On an event that was written down on paper first and entered later. Without it an event happened when it
 * was written. The row's own `at` stays the time it was entered: nobody dates the journal back.
 */
export interface BackEntry {
  /** Number of the paper card it stands on. */
  readonly card: string;
  /** ISO instant at which it happened. */
  readonly realAt: string;
  /** The card does not say exactly. */
  readonly about: boolean;
}

/** On an event that happened at this desk while nothing could be written, and was put on record once it could. */
export interface WrittenLate {
  /** ISO instant at which it happened. */
  readonly realAt: string;
}

/** When something happened: on paper or while nothing could be written, or else when it was written. */
export function happenedAt({
  at,
  event,
}: {
  readonly at: string;
  readonly event: { readonly backEntry?: BackEntry; readonly late?: WrittenLate };
}): string {
  return event.backEntry?.realAt ?? event.late?.realAt ?? at;
}
