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

/** When something happened: on paper, or else when it was written. */
export function happenedAt({
  at,
  event,
}: {
  readonly at: string;
  readonly event: { readonly backEntry?: BackEntry };
}): string {
  return event.backEntry?.realAt ?? at;
}
